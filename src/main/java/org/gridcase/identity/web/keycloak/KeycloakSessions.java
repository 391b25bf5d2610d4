package org.gridcase.identity.web.keycloak;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.gridcase.identity.web.SignIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keycloak's sessions that ours stand on, and which of them it has ended. */
@Component
@WithKeycloak
class KeycloakSessions {
    private final JdbcClient jdbc;
    private final Clock clock;

    KeycloakSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the token by which Keycloak will know which session somebody wants to leave. */
    void begun(String id, String idToken) {
        jdbc.sql("""
                        insert into keycloak_session (id, id_token, kept_until) values (?, ?, ?)
                        on conflict (id) do update set id_token = excluded.id_token, kept_until = excluded.kept_until
                        where keycloak_session.ended_at is null""").params(id, idToken, inADay()).update();
    }

    /** @return whether it had not ended before, as far as is known here */
    boolean end(String id) {
        return jdbc.sql("""
                        insert into keycloak_session (id, ended_at, kept_until) values (?, ?, ?)
                        on conflict (id) do update set ended_at = excluded.ended_at, id_token = null
                        where keycloak_session.ended_at is null""").params(id, at(clock.instant()), inADay()).update() > 0;
    }

    /** Of one that was left here, the token to show to Keycloak; once. */
    Optional<String> leave(String id) {
        return jdbc.sql("""
                        with left_one as (select id, id_token from keycloak_session where id = ? for update)
                        update keycloak_session k set id_token = null from left_one l where k.id = l.id
                        returning l.id_token""")
                .param(id)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(token -> token);
    }

    /** Longer than any session of ours could stand on it. */
    private OffsetDateTime inADay() {
        return at(clock.instant().plus(SignIn.LONGEST.multipliedBy(2)));
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forget() {
        jdbc.sql("delete from keycloak_session where kept_until < ?")
                .param(at(clock.instant()))
                .update();
    }
}
