package org.gridcase.identity.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridcase.identity.Actors;
import org.gridcase.identity.Grant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** What somebody may do at this moment, and whether what was said of them still counts. */
@Component
public class Rights {
    private final Actors actors;
    private final JdbcClient jdbc;

    Rights(Actors actors, JdbcClient jdbc) {
        this.actors = actors;
        this.jdbc = jdbc;
    }

    /** The roles of all their grants that are in force. */
    public Set<GrantedAuthority> of(String account) {
        return actors.of(account).groups().stream()
                .filter(group -> group.indexOf('@') > 0)
                .map(group -> new SimpleGrantedAuthority(
                        "ROLE_" + Grant.of(group).role().code()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether they administer the whole city. */
    boolean administersCity(String account) {
        return jdbc.sql("""
                        select exists (select from grant_in_force g join scope s on s.code = g.scope
                          where g.staff = ? and g.role = 'administrator' and s.parent is null)""").param(account).query(Boolean.class).single();
    }

    /** Whether what was said of them then counts no longer: they were sent out since, or Keycloak ended their session. */
    public boolean ended(String account, Instant vouchedAt, @Nullable String keycloakSession) {
        return jdbc.sql("""
                        select exists (select from staff where id = ? and signed_out_at >= ?)
                          or exists (select from keycloak_session where id = ? and ended_at is not null)""")
                .params(account, vouchedAt.atOffset(ZoneOffset.UTC), keycloakSession)
                .query(Boolean.class)
                .single();
    }
}
