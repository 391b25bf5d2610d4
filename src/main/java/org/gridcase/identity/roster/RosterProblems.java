package org.gridcase.identity.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is wrong with people and groups as Keycloak has them. */
@Component
public class RosterProblems {
    private static final String CANNOT_LEAVE = "cannot-leave";

    private final JdbcClient jdbc;
    private final JdbcTemplate arrays;

    RosterProblems(JdbcClient jdbc, JdbcTemplate arrays) {
        this.jdbc = jdbc;
        this.arrays = arrays;
    }

    /**
     * Something wrong, and how many people it concerns.
     *
     * @param kind {@code no-role}, {@code no-scope} or {@code cannot-leave}
     * @param subject a group's name, or an account
     */
    public record Problem(String kind, String subject, int people) {}

    /** The first of them. */
    public List<Problem> first(int most) {
        return jdbc.sql("""
                        select kind, subject, count(*) as people from roster_problem
                        group by kind, subject order by kind, subject limit ?""").param(most).query(Problem.class).list();
    }

    /** @param wrong by account: each group's name, and what is wrong with it */
    void replace(Map<String, Map<String, String>> wrong) {
        arrays.update("delete from roster_problem where account = any(?)", (Object)
                wrong.keySet().toArray(String[]::new));
        List<Object[]> rows = new ArrayList<>();
        wrong.forEach(
                (account, groups) -> groups.forEach((group, kind) -> rows.add(new Object[] {account, group, kind})));
        arrays.batchUpdate("insert into roster_problem (account, subject, kind) values (?, ?, ?)", rows);
    }

    void forget(String account) {
        jdbc.sql("delete from roster_problem where account = ?").param(account).update();
    }

    void cannotLeave(String account) {
        jdbc.sql("insert into roster_problem (account, subject, kind) values (?, ?, ?) on conflict do nothing")
                .param(account)
                .param(account)
                .param(CANNOT_LEAVE)
                .update();
    }
}
