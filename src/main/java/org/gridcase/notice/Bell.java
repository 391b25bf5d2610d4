package org.gridcase.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridcase.notice.NoticeTexts.Text;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody hears on our own pages. */
@Component
@Transactional
public class Bell {
    /** More unread ones are not counted. */
    public static final int MOST_COUNTED = 100;

    private static final int PAGE = 50;
    private static final String THEIRS = "kind = 'STAFF' and channel = 'BELL' and recipient = ? ";

    private final JdbcClient jdbc;
    private final NoticeRows rows;
    private final Wording wording;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bell(JdbcClient jdbc, NoticeRows rows, Wording wording, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.wording = wording;
        this.events = events;
        this.clock = clock;
    }

    /** In the reader's words. */
    public record Rings(
            UUID id, String title, String body, @Nullable CaseId caseId, Instant at, boolean read) {}

    /**
     * The latest first.
     *
     * @param next to ask for those before; none if there are none
     */
    public record Page(List<Rings> rings, @Nullable UUID next) {}

    /** @param before the last notice of the page before; none for the first page */
    @Transactional(readOnly = true)
    public Page of(String account, @Nullable UUID before, Locale language) {
        // ids are made in the order of time
        UUID end = before == null ? new UUID(-1L, -1L) : before;
        List<Rings> found = jdbc.sql("select id, template, told, case_id, made_at, read_at from notice where " + THEIRS
                        + "and id < ? order by id desc limit ?")
                .params(account, end, PAGE + 1)
                .query((row, n) -> {
                    UUID of = row.getObject("case_id", UUID.class);
                    Map<String, String> told = rows.read(row.getString("told"));
                    Text text = wording.of(row.getString("template"), told, language);
                    return new Rings(
                            row.getObject("id", UUID.class),
                            text.title(),
                            text.body(),
                            of == null ? null : new CaseId(of),
                            row.getTimestamp("made_at").toInstant(),
                            row.getTimestamp("read_at") != null);
                })
                .list();
        return found.size() <= PAGE
                ? new Page(found, null)
                : new Page(
                        List.copyOf(found.subList(0, PAGE)), found.get(PAGE - 1).id());
    }

    /** At most {@value #MOST_COUNTED}. */
    @Transactional(readOnly = true)
    public int unread(String account) {
        return jdbc.sql("select count(*) from (select from notice where " + THEIRS
                        + "and read_at is null limit ?) as those")
                .params(account, MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    /**
     * Reads one.
     *
     * @return its case; none if it is of no case
     * @throws NoticeRefused if they have no such notice
     */
    public Optional<CaseId> read(String account, UUID id) {
        var of = jdbc.sql("update notice set read_at = coalesce(read_at, ?) where " + THEIRS
                        + "and id = ? returning case_id")
                .params(Timestamp.from(clock.instant()), account, id)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(NoticeRefused::gone);
        events.publishEvent(new Rung(Set.of(account)));
        return of.map(CaseId::new);
    }

    public void readAll(String account) {
        jdbc.sql("update notice set read_at = ? where " + THEIRS + "and read_at is null")
                .params(Timestamp.from(clock.instant()), account)
                .update();
        events.publishEvent(new Rung(Set.of(account)));
    }
}
