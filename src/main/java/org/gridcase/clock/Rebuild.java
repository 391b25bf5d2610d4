package org.gridcase.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.calendar.Calendars;
import org.gridcase.casework.DueTimes;
import org.gridcase.casework.Stage;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether the columns of open clocks, and the due times of their cases, say what the ledgers say; makes them anew if told
 * to. Clocks that an older calendar counted are the sweep's.
 */
@Component
public class Rebuild {
    private static final int BATCH = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcTemplate jdbc;
    private final ClockRows rows;
    private final DueTimes times;
    private final Clocks clocks;
    private final Calendars calendars;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Rebuild(
            JdbcTemplate jdbc,
            ClockRows rows,
            DueTimes times,
            Clocks clocks,
            Calendars calendars,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.times = times;
        this.clocks = clocks;
        this.calendars = calendars;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A column that says something else than the ledger.
     *
     * @param column of the clock, or {@code case} for the due time on the case itself
     */
    public record Difference(
            CaseId id,
            Kind clock,
            String column,
            @Nullable Object stands,
            @Nullable Object follows) {}

    /** How many cases with open clocks were looked at, and how many columns differed. */
    public record Result(long cases, long differences) {}

    /** @param mend whether to write what follows */
    public Result run(boolean mend, Consumer<Difference> each) {
        long cases = 0;
        long differences = 0;
        UUID last = BEFORE_ALL;
        for (List<UUID> page = open(last); !page.isEmpty(); page = open(last)) {
            for (UUID id : page) {
                List<Difference> found = Objects.requireNonNullElse(
                        transaction.execute(status -> look(new CaseId(id), mend)), List.<Difference>of());
                found.forEach(each);
                differences += found.size();
                cases++;
            }
            last = page.get(page.size() - 1);
        }
        return new Result(cases, differences);
    }

    private List<UUID> open(UUID after) {
        return jdbc.queryForList("""
                        select distinct k.case_id from case_clock k join city_case c on c.id = k.case_id
                        where k.state <> 'STOPPED' and k.case_id > ? order by k.case_id limit ?""", UUID.class, after, BATCH);
    }

    private List<Difference> look(CaseId id, boolean mend) {
        Stage stage = times.hold(id);
        int version = calendars.version();
        Map<Kind, List<Posting>> postings = rows.ledger(id).stream()
                .collect(Collectors.groupingBy(
                        LedgerLine::clock, Collectors.mapping(LedgerLine::posting, Collectors.toList())));
        return rows.of(id).stream()
                .filter(it -> it.state != ClockState.State.STOPPED)
                .filter(it -> it.counted == Counted.CONTINUOUS || it.calendar == version)
                .flatMap(it -> look(it, postings.getOrDefault(it.kind, List.of()), stage, mend))
                .toList();
    }

    private Stream<Difference> look(CaseClock it, List<Posting> postings, Stage stage, boolean mend) {
        var stands = Columns.of(it);
        boolean told = Kind.of(stage) == it.kind;
        it.runningSince = Ledger.of(postings).since();
        it.follow(postings, it.counted.by(calendars, it.district), Clocks.fine(clock.instant()));
        it.state = it.runningSince == null ? ClockState.State.PAUSED : ClockState.State.RUNNING;
        List<Difference> found = Stream.concat(
                        stands.against(it),
                        told
                                ? difference(it, "case", times.of(it.id).orElse(null), it.runs() ? it.dueAt : null)
                                : Stream.empty())
                .toList();
        if (mend && !found.isEmpty()) {
            rows.rewrite(it);
            clocks.tell(stage, it);
        }
        return found.stream();
    }

    private static Stream<Difference> difference(
            CaseClock it, String column, @Nullable Object stands, @Nullable Object follows) {
        return Objects.equals(stands, follows)
                ? Stream.empty()
                : Stream.of(new Difference(it.id, it.kind, column, stands, follows));
    }

    /** What follows from a ledger, as it stood. */
    private record Columns(
            ClockState.State state,
            Duration budget,
            Duration consumed,
            @Nullable Instant runningSince,
            @Nullable Instant yellowAt,
            @Nullable Instant dueAt) {

        static Columns of(CaseClock it) {
            return new Columns(it.state, it.budget, it.consumed, it.runningSince, it.yellowAt, it.dueAt);
        }

        Stream<Difference> against(CaseClock it) {
            return Stream.of(
                            difference(it, "state", state, it.state),
                            difference(it, "budget", budget, it.budget),
                            difference(it, "consumed", consumed, it.consumed),
                            difference(it, "running_since", runningSince, it.runningSince),
                            difference(it, "yellow_at", yellowAt, it.yellowAt),
                            difference(it, "due_at", dueAt, it.dueAt))
                    .flatMap(one -> one);
        }
    }
}
