package org.gridcase.identity.web.keycloak;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.util.StringUtils;

/** Which tokens we believe: signed by the realm's present keys, from it, for us, in their time. */
@Configuration(proxyBeanMethods = false)
@WithKeycloak
class Tokens {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(10);
    private static final int TO_CONNECT = 2_000;
    private static final int TO_ANSWER = 5_000;
    private static final int KEYS_AT_MOST = 256 * 1024;
    private static final JOSEObjectTypeVerifier<SecurityContext> PLAIN =
            new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null);
    private static final JOSEObjectTypeVerifier<SecurityContext> LOGOUT =
            new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("logout+jwt"));
    private static final OAuth2TokenValidator<Jwt> NAMED =
            new JwtClaimValidator<String>(Vouched.ACCOUNT, StringUtils::hasText);

    /** For so long a key counts that Keycloak has withdrawn, if no token under a new one comes before. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final Duration KEPT_WITHOUT_KEYCLOAK = Duration.ofHours(1);

    /** Fetched when the first token comes, and kept over an outage; an unknown key makes it look again. */
    @Bean
    JWKSource<SecurityContext> keys(Realm realm) throws MalformedURLException {
        var address = URI.create(realm.address("certs")).toURL();
        return JWKSourceBuilder.create(address, new DefaultResourceRetriever(TO_CONNECT, TO_ANSWER, KEYS_AT_MOST))
                .cache(KEPT.toMillis(), TO_CONNECT + TO_ANSWER)
                .refreshAheadCache(false)
                .rateLimited(Duration.ofSeconds(5).toMillis())
                .outageTolerant(KEPT_WITHOUT_KEYCLOAK.toMillis())
                .build();
    }

    @Bean
    @Primary
    JwtDecoder bearerTokens(Realm realm, JWKSource<SecurityContext> keys) {
        return decoder(
                keys,
                PLAIN,
                new JwtIssuerValidator(realm.issuer()),
                new JwtClaimValidator<List<String>>("aud", meant -> meant != null && meant.contains(realm.audience())),
                // a token for signing in or for refreshing opens nothing
                new JwtClaimValidator<String>("typ", "Bearer"::equals),
                NAMED);
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(JWKSource<SecurityContext> keys) {
        return client -> decoder(keys, PLAIN, new OidcIdTokenValidator(client), NAMED);
    }

    @Bean
    JwtDecoder logoutTokens(Realm realm, JWKSource<SecurityContext> keys) {
        return decoder(
                keys,
                LOGOUT,
                new JwtIssuerValidator(realm.issuer()),
                new JwtClaimValidator<List<String>>("aud", meant -> meant != null && meant.contains(realm.clientId())),
                new LogoutToken());
    }

    @SafeVarargs
    private static JwtDecoder decoder(
            JWKSource<SecurityContext> keys,
            JOSEObjectTypeVerifier<SecurityContext> type,
            OAuth2TokenValidator<Jwt>... more) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWSTypeVerifier(type);
        // the claims are Spring's to check
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        var all = new ArrayList<OAuth2TokenValidator<Jwt>>(List.of(more));
        all.add(new JwtTimestampValidator(CLOCKS_MAY_DIFFER));
        all.add(new JwtClaimValidator<Instant>("exp", Objects::nonNull));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(all));
        return decoder;
    }
}
