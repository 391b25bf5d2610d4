package org.gridcase.identity.roster;

import java.util.List;
import java.util.Optional;
import org.gridcase.identity.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Finds people, their grants and scopes, as far as an administrator sees. */
@Component
public class StaffList {
    private static final int LONGEST_WORDS = 100;

    /** Whoever holds a grant below, or none at all and may get one. */
    private static final String UNDER = """
            with recursive own (code) as (
              select code from scope where :city or code in (:scopes)
              union select s.code from scope s join own on s.parent = own.code where not :city)
            """;

    private static final String SHOWN = """
            (:city or exists (select 1 from staff_grant g join own on own.code = g.scope where g.staff = p.id)
              or p.left_at is null and not exists (select 1 from staff_grant g where g.staff = p.id))""";

    private final JdbcClient jdbc;

    StaffList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody in the list.
     *
     * @param grants how many of theirs the administrator sees
     * @param gone the account was shut or removed
     */
    public record Line(String account, String name, int grants, boolean gone) {}

    /** A grant, and what its scope is called. */
    public record Held(String role, String scope, String scopeName) {}

    /** In the order of accounts, from the one after {@code after}. */
    public List<Line> find(String words, String after, Reach reach, int most) {
        String like = "%" + escaped(words) + "%";
        return within(UNDER + """
                        select p.id as account, p.name, p.left_at is not null as gone,
                          (select count(*) from staff_grant g join own on own.code = g.scope
                            where g.staff = p.id) as grants
                        from staff p where (p.id ilike :like or p.name ilike :like) and p.id > :after and """ + SHOWN + " order by p.id limit :most", reach)
                .param("like", like)
                .param("after", after)
                .param("most", most)
                .query(Line.class)
                .list();
    }

    /** One of them. */
    public Optional<Line> person(String account, Reach reach) {
        return within(UNDER + """
                        select p.id as account, p.name, p.left_at is not null as gone,
                          (select count(*) from staff_grant g join own on own.code = g.scope
                            where g.staff = p.id) as grants
                        from staff p where p.id = :account and """ + SHOWN, reach)
                .param("account", account)
                .query(Line.class)
                .optional();
    }

    boolean shows(String account, Reach reach) {
        return person(account, reach).isPresent();
    }

    public List<Held> grants(String account, Reach reach) {
        return within(UNDER + """
                        select g.role, g.scope, s.name as scope_name
                        from staff_grant g join own on own.code = g.scope join scope s on s.code = g.scope
                        where g.staff = :account order by g.role, g.scope""", reach)
                .param("account", account)
                .query(Held.class)
                .list();
    }

    /** Scopes by the beginning of their code or a part of their name, the widest first. */
    public List<Scope> scopes(String words, Reach reach, int most) {
        return within(UNDER + """
                        select s.code, s.parent, s.district, s.name from scope s join own on own.code = s.code
                        where s.code like :code or s.name ilike :name
                        order by length(s.code), s.code limit :most""", reach)
                .param("code", escaped(words) + "%")
                .param("name", "%" + escaped(words) + "%")
                .param("most", most)
                .query(Scope.class)
                .list();
    }

    private StatementSpec within(String sql, Reach reach) {
        return jdbc.sql(sql).param("city", reach.city()).param("scopes", reach.city() ? List.of("") : reach.scopes());
    }

    private static String escaped(String words) {
        String typed = words.strip();
        return typed.substring(0, Math.min(LONGEST_WORDS, typed.length())).replaceAll("([\\\\%_])", "\\\\$1");
    }
}
