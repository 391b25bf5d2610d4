package org.gridcase.identity.leave;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridcase.identity.Actors;
import org.gridcase.identity.StaffMember;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which of one person's grants another may be lent; the view of the grants in force keeps to the same rows. */
@Component
class Lending {
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Actors actors;

    Lending(JdbcClient jdbc, Actors actors) {
        this.jdbc = jdbc;
        this.actors = actors;
    }

    /** @throws LeaveRefused if a role is not lent, belongs apart from one of theirs, or lies where they do not work */
    void check(String lender, String substitute, List<String> alsoLending) {
        Set<String> lent = roles(lender);
        Set<String> own = roles(substitute);
        withinRole(lent).filter(role -> !own.contains(role)).ifPresent(role -> {
            throw LeaveRefused.notLent(name(role));
        });
        Set<String> held = new HashSet<>(own);
        alsoLending.forEach(other -> held.addAll(roles(other)));
        apart(lent, held);
        if (!actors.ownDistricts(substitute).containsAll(actors.ownDistricts(lender)) || own.isEmpty()) {
            throw LeaveRefused.otherDistrict();
        }
    }

    /** Whether one gets no role by it that is not theirs already. */
    boolean sameRoles(String lender, String substitute) {
        return roles(substitute).containsAll(roles(lender));
    }

    /** Who holds all of a person's roles in the same districts: those in the same places first. */
    List<StaffMember> proposals(String lender) {
        return jdbc.sql("""
                        with mine as (
                          select distinct g.role, sg.district from staff_grant g
                          join scope sg on sg.code = g.scope where g.staff = :lender)
                        select s.id, s.name from staff s where s.id in (
                          select o.staff from mine m
                          join scope so on so.district is not distinct from m.district
                          join staff_grant o on o.scope = so.code and o.role = m.role
                          where o.staff <> :lender
                          group by o.staff
                          having count(distinct o.role) = (select count(distinct role) from mine))
                        order by (select count(*) from staff_grant g join staff_grant o using (role, scope)
                          where g.staff = :lender and o.staff = s.id) desc, s.id limit :most""")
                .param("lender", lender)
                .param("most", MOST)
                .query(StaffMember.class)
                .list();
    }

    private Optional<String> withinRole(Set<String> roles) {
        return jdbc
                .sql("select role from role_name where lent_within order by role")
                .query(String.class)
                .list()
                .stream()
                .filter(roles::contains)
                .findFirst();
    }

    private void apart(Set<String> lent, Set<String> held) {
        jdbc.sql("select role, other from role_apart").query(row -> {
            if (lent.contains(row.getString(1)) && held.contains(row.getString(2))) {
                throw LeaveRefused.apart(name(row.getString(1)), name(row.getString(2)));
            }
        });
    }

    private Set<String> roles(String staff) {
        return Set.copyOf(jdbc.sql("select distinct role from staff_grant where staff = ?")
                .param(staff)
                .query(String.class)
                .list());
    }

    private static MessageSourceResolvable name(String role) {
        return new DefaultMessageSourceResolvable("identity.role." + role);
    }
}
