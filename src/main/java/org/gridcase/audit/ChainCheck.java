package org.gridcase.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the chain is what was once written. */
@Component
public class ChainCheck {
    private static final int BATCH = 5_000;

    /** How far ahead one looks for the row that belongs where another stands. */
    private static final int AHEAD = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    ChainCheck(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Where the chain ends: by its head, and by its rows.
     *
     * @param last the highest number there is
     */
    private record Head(long number, LocalDate day, String hash, long last) {}

    /**
     * The last walk along the chain.
     *
     * @param flaw none if it was sound
     */
    public record Checked(
            Instant at, long entries, @Nullable Flaw flaw) {}

    /** Walks up to the row that is the last when it begins; may take minutes, holds no lock and no snapshot meanwhile. */
    public Verdict run(Consumer<Verdict.Day> progress) {
        Head head = head();
        var walk = new Walk(progress);
        List<Link> links;
        do {
            links = links(walk.number(), head.last(), BATCH);
        } while (links.stream().allMatch(walk::step) && links.size() == BATCH);
        nameDisorder(walk, head);
        walk.end(head.day(), head.number(), head.hash());
        return kept(walk.verdict());
    }

    private void nameDisorder(Walk walk, Head head) {
        Flaw flaw = walk.flaw();
        if (flaw == null || flaw.kind() != Flaw.Kind.HASH) {
            return;
        }
        List<Link> there = links(flaw.number() - 1, head.last(), AHEAD);
        String written = there.get(0).hash();
        boolean elsewhere = there.stream()
                .skip(1)
                .filter(row -> row.number() > flaw.number())
                .anyMatch(row -> {
                    String here = row.hashAt(flaw.number(), walk.hash());
                    return here.equals(row.hash()) || here.equals(written);
                });
        if (elsewhere) {
            walk.flawIsOfOrder();
        }
    }

    private Head head() {
        return jdbc.sql("""
                        select coalesce(h.number, -1) as number, coalesce(h.day, c.day, current_date) as day,
                          coalesce(encode(h.hash, 'hex'), '') as hash, coalesce(c.number, 0) as last
                        from (values (1)) one left join audit_head h on true
                        left join (select number, day from audit_chain order by number desc limit 1) c on true""").query(Head.class).single();
    }

    private List<Link> links(long after, long last, int most) {
        return jdbc.sql("""
                        select c.*, p.salt, p.payload, case when p.payload is null then exists(
                          select 1 from audit_chain e where e.subject = c.subject and e.subject_kind = c.subject_kind
                            and e.action = :erasure and e.number > c.number) or c.number <= (
                          select coalesce(max(e.subject::bigint), 0) from audit_chain e where e.action = :expiry
                            and e.subject_kind = :audit and e.subject::bigint < e.number) else false end as erased
                        from audit_chain c left join audit_payload p on p.number = c.number
                        where c.number > :after and c.number <= :last order by c.number limit :most""")
                .param("erasure", Chain.ERASURE)
                .param("expiry", Chain.EXPIRY)
                .param("audit", Chain.AUDIT)
                .param("after", after)
                .param("last", last)
                .param("most", most)
                .query(Link::of)
                .list();
    }

    private Verdict kept(Verdict verdict) {
        Flaw flaw = verdict.flaw();
        jdbc.sql("""
                        insert into audit_check (at, entries, days, flaw_day, flaw_number, flaw)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(verdict.entries())
                .param(verdict.days())
                .param(flaw == null ? null : flaw.day())
                .param(flaw == null ? null : flaw.number())
                .param(flaw == null ? null : flaw.kind().name())
                .update();
        return verdict;
    }

    public Optional<Checked> last() {
        return jdbc.sql("select * from audit_check order by id desc limit 1")
                .query(ChainCheck::checked)
                .optional();
    }

    private static Checked checked(ResultSet row, int n) throws SQLException {
        String kind = row.getString("flaw");
        return new Checked(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("entries"),
                kind == null
                        ? null
                        : new Flaw(
                                row.getObject("flaw_day", LocalDate.class),
                                row.getLong("flaw_number"),
                                Flaw.Kind.valueOf(kind)));
    }
}
