package org.gridcase.identity.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.IndexResolver;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * How sessions stand in the database: as text, so that nothing read from there is ever made an object, and a row that
 * another version wrote does no harm.
 */
@Configuration(proxyBeanMethods = false)
class SessionRows {
    /** Neither a session's id nor its person ever changes, and that it was used is for {@link Sessions#used} to say. */
    private static final String NOTHING = """
            update spring_session set expiry_time = expiry_time where false and (cast(? as text), cast(? as bigint),
              cast(? as int), cast(? as bigint), cast(? as text), cast(? as text)) is null
            """;

    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> rows() {
        return rows -> {
            rows.setConversionService(textOnly());
            rows.setIndexResolver(byAccount());
            rows.setUpdateSessionQuery(NOTHING);
        };
    }

    private static ConversionService textOnly() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, SessionRows::bytes);
        conversion.addConverter(byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
        return conversion;
    }

    private static byte[] bytes(Object attribute) {
        if (attribute instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        throw new IllegalArgumentException("a session holds text, no " + attribute.getClass());
    }

    private static IndexResolver<Session> byAccount() {
        return session -> SignedIn.read(session.getAttribute(KeptSignIns.SIGNED_IN), null)
                .map(in -> Map.of(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, in.account()))
                .orElse(Map.of());
    }
}
