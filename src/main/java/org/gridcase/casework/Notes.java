package org.gridcase.casework;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.gridcase.shared.CaseId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lines on the timelines of many cases at once, of what moves none of them. Whoever writes them holds the cases. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Notes {
    private static final String APPEND = """
            insert into case_event (case_id, at, actor, move, stage, reason, detail)
            select n.id, ?, ?, ?, c.stage, null, n.detail::jsonb
            from unnest(?::uuid[], ?::text[]) with ordinality as n (id, detail, number)
            join city_case c on c.id = n.id order by n.number
            returning case_id, stage""";

    private final JdbcTemplate jdbc;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    Notes(JdbcTemplate jdbc, Timeline timeline, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.events = events;
    }

    /** What happened to one case. */
    public record Note(CaseId id, Map<String, ?> detail) {}

    public void append(Move what, String actor, Instant at, List<Note> notes) {
        List<CaseMoved> noted = jdbc.query(
                APPEND,
                (row, n) -> new CaseMoved(
                        new CaseId(row.getObject(1, UUID.class)), what, Stage.valueOf(row.getString(2)), at),
                at.atOffset(ZoneOffset.UTC),
                actor,
                what.name(),
                column(notes, note -> note.id().value()).toArray(UUID[]::new),
                column(notes, note -> timeline.write(note.detail())).toArray(String[]::new));
        noted.forEach(events::publishEvent);
    }

    private static <T> List<T> column(List<Note> notes, Function<Note, T> value) {
        return notes.stream().map(value).toList();
    }
}
