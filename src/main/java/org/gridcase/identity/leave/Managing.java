package org.gridcase.identity.leave;

import java.util.List;
import org.gridcase.identity.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For whom somebody else than the person themself enters leave: whose grants all lie in reach of theirs. */
@Component
public class Managing {
    /** Formatted with the person's column or parameter and the name of the parameter that holds the manager. */
    static final String OF_STAFF = """
            (exists (select 1 from staff_grant g where g.staff = %1$s) and not exists (
              select 1 from staff_grant g where g.staff = %1$s and not exists (
                select 1 from grant_in_force m join leave_entered e on e.by_role = m.role
                where m.staff = :%2$s and e.for_role = g.role and scope_within(g.scope, m.scope))))
            """;

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    Managing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this person enters leave for anybody but themself. */
    public boolean manages(String account) {
        return jdbc.sql("""
                        select exists(select 1 from grant_in_force m join leave_entered e on e.by_role = m.role
                        where m.staff = ?)""").param(account).query(Boolean.class).single();
    }

    public boolean manages(String account, String person) {
        return jdbc.sql("select " + OF_STAFF.formatted(":person", "manager"))
                .param("person", person)
                .param("manager", account)
                .query(Boolean.class)
                .single();
    }

    /** Those of their people whose account or name holds these words. */
    public List<StaffMember> find(String account, String words) {
        return jdbc.sql("""
                        select s.id, s.name from (
                          select id, name from staff
                          where strpos(lower(id), lower(:words)) > 0 or strpos(lower(name), lower(:words)) > 0
                          order by id limit 500) s
                        where\s""" + OF_STAFF.formatted("s.id", "manager") + " order by s.id limit :most")
                .param("words", words.strip())
                .param("manager", account)
                .param("most", MOST)
                .query(StaffMember.class)
                .list();
    }
}
