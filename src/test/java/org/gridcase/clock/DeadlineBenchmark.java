package org.gridcase.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gridcase.calendar.SpecialDay;
import org.gridcase.calendar.WorkingCalendar;
import org.gridcase.calendar.WorkingHours;
import org.junit.jupiter.api.Test;

/**
 * Prints how many deadlines of open cases one thread derives a second from their whole ledgers, for each way of counting.
 * Not part of the suite: {@code ./mvnw -q test -Djacoco.skip -Dtest=DeadlineBenchmark}
 */
class DeadlineBenchmark {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int LEDGERS = Integer.getInteger("bench.ledgers", 100_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);

    @Test
    void print() {
        var calendar = new WorkingCalendar(CHINA, WorkingHours.STANDARD, holidays(), Set.of(2025, 2026));
        List<List<Posting>> ledgers = ledgers();
        System.out.printf(
                "%n%,d ledgers of %.1f postings, one thread; deadlines a second, median of %d rounds (range)%n",
                LEDGERS, ledgers.stream().mapToInt(List::size).average().orElseThrow(), ROUNDS);
        measure("day and night", ledgers, Counting.CONTINUOUS);
        measure("working hours, holidays, make-up days", ledgers, Counting.by(calendar));
    }

    private static void measure(String name, List<List<Posting>> ledgers, Counting counting) {
        var rates = new ArrayList<Double>();
        long sum = 0;
        for (int round = -2; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (List<Posting> postings : ledgers) {
                Instant due = Ledger.of(postings).deadline(counting);
                sum += due == null ? 1 : due.getEpochSecond();
            }
            if (round >= 0) {
                rates.add(LEDGERS * 1e9 / (System.nanoTime() - start));
            }
        }
        rates.sort(null);
        System.out.printf(
                "%-40s %,12.0f  (%,.0f–%,.0f)  checksum %d%n",
                name, rates.get(ROUNDS / 2), rates.get(0), rates.get(ROUNDS - 1), sum);
    }

    /** Of two years: a limit of hours or days, each third one with pauses, some prolonged. */
    private static List<List<Posting>> ledgers() {
        var random = new Random(1);
        var ledgers = new ArrayList<List<Posting>>();
        for (int i = 0; i < LEDGERS; i++) {
            var postings = new ArrayList<Posting>();
            Instant at = Instant.parse("2025-01-02T00:00:00Z").plusSeconds(random.nextInt(2 * 365 * 86_400));
            Duration limit =
                    Duration.ofHours(random.nextInt(4) == 0 ? 8 + 8L * random.nextInt(20) : 1 + random.nextInt(8));
            postings.add(new Posting(Posting.Kind.START, at, limit));
            if (random.nextInt(3) == 0) {
                at = at.plusSeconds(60L + random.nextInt(86_400));
                postings.add(new Posting(Posting.Kind.PAUSE, at, Duration.ZERO));
                at = at.plusSeconds(60L + random.nextInt(3 * 86_400));
                postings.add(new Posting(Posting.Kind.RESUME, at, Duration.ZERO));
            }
            if (random.nextInt(5) == 0) {
                postings.add(new Posting(Posting.Kind.EXTEND, at.plusSeconds(60), limit));
            }
            ledgers.add(postings);
        }
        return ledgers;
    }

    /** As many as two years have. */
    private static List<SpecialDay> holidays() {
        var days = new ArrayList<SpecialDay>();
        for (int i = 0; i < 66; i++) {
            days.add(new SpecialDay(LocalDate.of(2025, 1, 1).plusDays(i * 11L), i % 5 == 0, "x"));
        }
        return days;
    }
}
