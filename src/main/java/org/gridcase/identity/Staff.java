package org.gridcase.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who work here and what each may do where. */
@Component
public class Staff {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher events;

    Staff(JdbcClient jdbc, JdbcTemplate batches, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.events = events;
    }

    /** Adds or renames people; grants stay as they are. */
    @Transactional
    public void enrol(Collection<StaffMember> members) {
        batches.batchUpdate(
                "insert into staff (id, name) values (?, ?) on conflict (id) do update set name = excluded.name",
                members,
                1000,
                (row, member) -> {
                    row.setString(1, member.id());
                    row.setString(2, member.name());
                });
    }

    /** Gives each person these grants in place of those they had. */
    @Transactional
    public void grant(String staff, Set<Grant> grants) {
        jdbc.sql("delete from staff_grant where staff = ?").param(staff).update();
        batches.batchUpdate(
                "insert into staff_grant (staff, role, scope) values (?, ?, ?)", grants, 1000, (row, grant) -> {
                    row.setString(1, staff);
                    row.setString(2, grant.role().code());
                    row.setString(3, grant.scope());
                });
    }

    /** One grant more. */
    @Transactional
    public void give(String staff, Grant grant) {
        jdbc.sql("insert into staff_grant (staff, role, scope) values (?, ?, ?) on conflict do nothing")
                .param(staff)
                .param(grant.role().code())
                .param(grant.scope())
                .update();
    }

    /** One grant less. */
    @Transactional
    public void take(String staff, Grant grant) {
        jdbc.sql("delete from staff_grant where staff = ? and role = ? and scope = ?")
                .param(staff)
                .param(grant.role().code())
                .param(grant.scope())
                .update();
    }

    /** Takes over what was said of a person at that time, unless something newer is known. */
    @Transactional
    public void takeOver(StaffMember member, Set<Grant> grants, Instant saidAt) {
        takeOver(Map.of(member, grants), saidAt);
    }

    /**
     * The same for many people at once. What was said says nothing of changes after {@code saidAt}, the identity
     * provider's time: whoever read people's groups says when the reading began, not when it ended.
     *
     * @return those whose name or grants are others now, or who are new
     */
    @Transactional
    public Set<String> takeOver(Map<StaffMember, Set<Grant>> said, Instant saidAt) {
        var members = said.keySet().stream()
                .sorted(Comparator.comparing(StaffMember::id))
                .toList();
        Takeover takeover = new Takeover(batches);
        Set<String> renamed = takeover.names(members, saidAt);
        Set<String> changed = takeover.grants(said);
        changed.addAll(renamed);
        return changed;
    }

    /**
     * Somebody's account was shut or is no more: they lose their grants, and {@link StaffLeft} is told.
     *
     * @return whether they worked here until now, and nothing newer is known of them
     */
    @Transactional
    public boolean letGo(String account, Instant saidAt) {
        int gone = jdbc.sql("""
                        update staff set left_at = now(), vouched_at = :said, email = null
                        where id = :id and left_at is null and (vouched_at is null or vouched_at <= :said)""")
                .param("id", account)
                .param("said", saidAt.atOffset(ZoneOffset.UTC))
                .update();
        if (gone > 0) {
            jdbc.sql("delete from staff_grant where staff = ?").param(account).update();
            events.publishEvent(new StaffLeft(account));
        }
        return gone > 0;
    }

    /** Whether something said of a person at that time would be news. */
    public boolean isNews(String staff, Instant saidAt) {
        return jdbc.sql("select vouched_at >= ? from staff where id = ?")
                .param(saidAt.atOffset(ZoneOffset.UTC))
                .param(staff)
                .query((row, n) -> row.getBoolean(1))
                .optional()
                .map(known -> !known)
                .orElse(true);
    }

    public Optional<StaffMember> find(String id) {
        return jdbc.sql("select id, name from staff where id = ?")
                .param(id)
                .query(StaffMember.class)
                .optional();
    }

    /** What they may do now: their own grants unless they are away, and those that somebody away has lent them. */
    public Set<Grant> grantsOf(String staff) {
        return grants("grant_in_force", staff);
    }

    /** The grants that were given to them, away or not. */
    public Set<Grant> ownGrantsOf(String staff) {
        return grants("staff_grant", staff);
    }

    private Set<Grant> grants(String from, String staff) {
        return jdbc
                .sql("select role, scope from " + from + " where staff = ?")
                .param(staff)
                .query((row, n) -> new Grant(Role.of(row.getString(1)), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether one stands in for the other, or will. */
    public boolean standsIn(String substitute, String lender) {
        return jdbc.sql("""
                        select exists (select from absence
                          where substitute = ? and staff = ? and ended_at is null)""").params(substitute, lender).query(Boolean.class).single();
    }

    /** Those who hold exactly this grant now, for themselves or for somebody away. */
    public List<StaffMember> holding(Grant grant) {
        return jdbc.sql("""
                        select distinct s.id, s.name from staff s join grant_in_force g on g.staff = s.id
                        where g.role = ? and g.scope = ? order by s.id""")
                .param(grant.role().code())
                .param(grant.scope())
                .query(StaffMember.class)
                .list();
    }
}
