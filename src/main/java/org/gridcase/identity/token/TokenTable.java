package org.gridcase.identity.token;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of deploy tokens; on which grants they rest is asked anew each time. */
@Component
class TokenTable {
    private static final String SELECT =
            "select id, owner, name, made_at, expires_at, used_on, revoked_at, revoked_by from deploy_token t ";

    /** Whose tokens an administrator sees: of authors in their district, or everybody's for the whole city. */
    private static final String WITHIN_REACH = """
            exists (select 1 from grant_in_force a join scope s on s.code = a.scope
                    where a.staff = :reader and a.role = 'administrator' and (s.district is null or s.code = s.district and exists (
                      select 1 from staff_grant o join scope its on its.code = o.scope
                      where o.staff = t.owner and o.role in ('analyst', 'approver') and its.district = s.district)))""";

    private final JdbcClient jdbc;

    TokenTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds back a second making by the same person until this transaction ends. */
    void lockOwner(String owner) {
        jdbc.sql("select id from staff where id = ? for update")
                .param(owner)
                .query(String.class)
                .optional();
    }

    void insert(DeployToken token, Secret secret) {
        jdbc.sql("""
                        insert into deploy_token (id, secret_hash, owner, name, made_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(token.id())
                .param(secret.hash())
                .param(token.owner())
                .param(token.name())
                .param(token.madeAt().atOffset(ZoneOffset.UTC))
                .param(token.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<DeployToken> find(Secret secret) {
        return jdbc.sql(SELECT + "where secret_hash = ?")
                .param(secret.hash())
                .query(DeployToken.class)
                .optional();
    }

    Optional<DeployToken> find(UUID id, String reader) {
        return jdbc.sql(SELECT + "where id = :id and (owner = :reader or " + WITHIN_REACH + ")")
                .param("id", id)
                .param("reader", reader)
                .query(DeployToken.class)
                .optional();
    }

    List<DeployToken> of(String owner) {
        return jdbc.sql(SELECT + "where owner = ? order by made_at desc limit 100")
                .param(owner)
                .query(DeployToken.class)
                .list();
    }

    List<DeployToken> within(String reader) {
        return jdbc.sql(SELECT + "where " + WITHIN_REACH + " order by made_at desc limit 1000")
                .param("reader", reader)
                .query(DeployToken.class)
                .list();
    }

    /** @return whether it was not revoked before */
    boolean revoke(UUID id, String by, Instant now) {
        return jdbc.sql("update deploy_token set revoked_at = ?, revoked_by = ? where id = ? and revoked_at is null")
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(by)
                        .param(id)
                        .update()
                == 1;
    }

    /** @return whether it is the first time on this day */
    boolean usedOn(UUID id, LocalDate today) {
        return jdbc.sql("update deploy_token set used_on = :day where id = :id and used_on is distinct from :day")
                        .param("day", today)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return whether it is the first time on this day */
    boolean refusedOn(UUID id, LocalDate today) {
        return jdbc.sql("update deploy_token set refused_on = :day where id = :id and refused_on is distinct from :day")
                        .param("day", today)
                        .param("id", id)
                        .update()
                == 1;
    }
}
