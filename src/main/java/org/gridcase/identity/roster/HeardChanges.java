package org.gridcase.identity.roster;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which of the changes told lately were taken over. */
@Component
class HeardChanges {
    private final JdbcTemplate jdbc;

    HeardChanges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those heard for the first time. */
    List<Change> news(List<Change> told) {
        Set<String> fresh = new HashSet<>(jdbc.queryForList(
                """
                insert into roster_change (id, at) select id, to_timestamp(time / 1000.0)
                from unnest(?, ?) as told (id, time) on conflict do nothing returning id""",
                String.class,
                told.stream().map(Change::id).toArray(String[]::new),
                told.stream().map(Change::time).toArray(Long[]::new)));
        return told.stream().filter(change -> fresh.contains(change.id())).toList();
    }

    void forgetBefore(Instant time) {
        jdbc.update("delete from roster_change where at < ?", time.atOffset(ZoneOffset.UTC));
    }
}
