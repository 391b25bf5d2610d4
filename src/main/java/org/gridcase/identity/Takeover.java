package org.gridcase.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** Enters what was said of many people, in few statements; of whom something newer is known, nothing is entered. */
class Takeover {
    private final JdbcTemplate jdbc;
    private final Set<String> taken = new HashSet<>();

    Takeover(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @return those who are new or called otherwise now */
    Set<String> names(List<StaffMember> members, Instant saidAt) {
        Set<String> changed = new HashSet<>();
        jdbc.query(
                """
                insert into staff (id, name, vouched_at)
                select id, name, ? from unnest(?, ?) as said (id, name)
                on conflict (id) do update
                set name = excluded.name, vouched_at = excluded.vouched_at, left_at = null
                where staff.vouched_at is null or staff.vouched_at <= excluded.vouched_at
                returning new.id, old.name is distinct from new.name or old.left_at is not null""",
                row -> {
                    taken.add(row.getString(1));
                    if (row.getBoolean(2)) {
                        changed.add(row.getString(1));
                    }
                },
                saidAt.atOffset(ZoneOffset.UTC),
                column(members, StaffMember::id),
                column(members, StaffMember::name));
        return changed;
    }

    /** @return those who lost or got a grant */
    Set<String> grants(Map<StaffMember, Set<Grant>> said) {
        List<String[]> rows = new ArrayList<>();
        said.forEach((member, grants) -> {
            if (taken.contains(member.id())) {
                grants.forEach(grant ->
                        rows.add(new String[] {member.id(), grant.role().code(), grant.scope()}));
            }
        });
        Object[] columns = {column(rows, row -> row[0]), column(rows, row -> row[1]), column(rows, row -> row[2])};
        Set<String> changed = new HashSet<>(
                jdbc.queryForList("""
                delete from staff_grant held where staff = any(?) and not exists (
                  select 1 from unnest(?, ?, ?) as said (staff, role, scope)
                  where said.staff = held.staff and said.role = held.role and said.scope = held.scope)
                returning staff""", String.class, taken.toArray(String[]::new), columns[0], columns[1], columns[2]));
        changed.addAll(jdbc.queryForList("""
                insert into staff_grant (staff, role, scope) select * from unnest(?, ?, ?)
                on conflict do nothing returning staff""", String.class, columns));
        return changed;
    }

    private static <T> String[] column(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
