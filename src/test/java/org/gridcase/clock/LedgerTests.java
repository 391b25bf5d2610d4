package org.gridcase.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gridcase.calendar.Span;
import org.gridcase.calendar.SpecialDay;
import org.gridcase.calendar.WorkingCalendar;
import org.gridcase.calendar.WorkingHours;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerTests {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 3 * 365;
    private static final int MINUTES = 2 * DAYS * 1440;
    private static final Instant START = FIRST.atStartOfDay(CHINA).toInstant();

    /** Three years of pauses, extensions and new starts, each minute asked whether it counts; then by another calendar. */
    @Test
    void agreesWithAHundredThousandHistoriesCountedMinuteByMinute() {
        var random = new Random(4_726_000);
        for (int year = 0; year < 100; year++) {
            Week week = Week.random(random);
            Week corrected = week.corrected(random);
            for (int i = 0; i < 1000; i++) {
                History history = History.random(random);
                if (random.nextInt(4) == 0) {
                    compare(history, Counting.CONTINUOUS, Week.ALWAYS);
                } else {
                    compare(history, Counting.by(week.calendar()), week.counted);
                    CaseClock clock = moved(history, Counting.by(week.calendar()));
                    var again = Counting.by(corrected.calendar());
                    clock.follow(history.postings, again, at(history.now));
                    compare(clock, history, again, Ledger.of(history.postings));
                }
                compare(history, Counting.by(corrected.calendar()), corrected.counted);
            }
        }
    }

    private static void compare(History history, Counting counting, int[] counted) {
        Ledger ledger = Ledger.of(history.postings);
        Oracle oracle = Oracle.of(history.postings, counted);
        assertThat(ledger.consumed(counting, at(history.now)))
                .as(history.toString())
                .isEqualTo(Duration.ofMinutes(oracle.consumed(history.now)));
        assertThat(ledger.deadline(counting)).as(history.toString()).isEqualTo(oracle.deadline());
        compare(moved(history, counting), history, counting, ledger);
    }

    private static void compare(CaseClock clock, History history, Counting counting, Ledger ledger) {
        assertThat(clock.consumed(counting, at(history.now)))
                .as(history.toString())
                .isEqualTo(ledger.consumed(counting, at(history.now)));
        if (ledger.deadline(counting) != null) {
            assertThat(clock.dueAt).as(history.toString()).isEqualTo(ledger.deadline(counting));
        }
        if (ledger.when(counting, clock.nearly()) != null) {
            assertThat(clock.yellowAt).as(history.toString()).isEqualTo(ledger.when(counting, clock.nearly()));
        }
    }

    /** As a case's clock is moved on, posting by posting. */
    private static CaseClock moved(History history, Counting counting) {
        var clock = new CaseClock(CaseId.next(), Kind.HANDLING, "410102");
        clock.yellowShare = 0.8;
        for (int i = 0; i < history.postings.size(); i++) {
            Posting posting = history.postings.get(i);
            switch (posting.kind()) {
                case START -> clock.start(posting.amount(), counting, posting.at());
                case PAUSE -> {
                    if (clock.runs()) {
                        clock.pause(counting, posting.at());
                    }
                }
                case RESUME -> {
                    if (clock.state == ClockState.State.PAUSED) {
                        clock.resume(counting, posting.at());
                    }
                }
                case STOP -> clock.stop(counting, posting.at());
                default -> clock.follow(history.postings.subList(0, i + 1), counting, posting.at());
            }
        }
        return clock;
    }

    private static Instant at(int minute) {
        return START.plusSeconds(minute * 60L);
    }

    private static int minute(Instant at) {
        return (int) Duration.between(START, at).toMinutes();
    }

    /** Which minutes are worked in, drawn one by one; the calendar that should say the same. */
    private record Week(WorkingCalendar calendar, BitSet worked, int[] counted) {
        static final int[] ALWAYS = counted(all());

        static BitSet all() {
            var all = new BitSet();
            all.set(0, MINUTES);
            return all;
        }

        static Week random(Random random) {
            int from = random.nextInt(600);
            int to = from + 30 + random.nextInt(300);
            int again = to + random.nextInt(120);
            int end = Math.min(1440, again + 30 + random.nextInt(400));
            return of(random, from, to, again, end, new ArrayList<>());
        }

        private static Week of(Random random, int from, int to, int again, int end, List<SpecialDay> days) {
            for (int i = 0; i < 60; i++) {
                LocalDate date = FIRST.plusDays(random.nextInt(DAYS));
                if (days.stream().noneMatch(day -> day.date().equals(date))) {
                    days.add(new SpecialDay(date, random.nextBoolean(), "x"));
                }
            }
            var hours = new WorkingHours(
                    Set.of(
                            DayOfWeek.MONDAY,
                            DayOfWeek.TUESDAY,
                            DayOfWeek.WEDNESDAY,
                            DayOfWeek.THURSDAY,
                            DayOfWeek.FRIDAY),
                    List.of(span(from, to), span(again, end)));
            var worked = new BitSet(MINUTES);
            for (int minute = 0; minute < MINUTES; minute++) {
                LocalDate date = FIRST.plusDays(minute / 1440);
                int of = minute % 1440;
                boolean weekday = date.getDayOfWeek().getValue() <= 5;
                worked.set(minute, weekday && (of >= from && of < to || of >= again && of < end));
            }
            for (SpecialDay day : days) {
                int midnight = (int) (day.date().toEpochDay() - FIRST.toEpochDay()) * 1440;
                for (int of = 0; of < 1440; of++) {
                    worked.set(midnight + of, day.working() && (of >= from && of < to || of >= again && of < end));
                }
            }
            return new Week(new WorkingCalendar(CHINA, hours, days, Set.of(2025, 2026, 2027)), worked, counted(worked));
        }

        Week corrected(Random random) {
            var spans = calendar.hours().spans();
            return of(
                    random,
                    spans.get(0).from().toSecondOfDay() / 60,
                    end(spans.get(0)),
                    spans.get(1).from().toSecondOfDay() / 60,
                    end(spans.get(1)),
                    new ArrayList<>(calendar.specialDays()));
        }

        private static int end(Span span) {
            return span.to().equals(LocalTime.MIDNIGHT) ? 1440 : span.to().toSecondOfDay() / 60;
        }

        private static Span span(int from, int to) {
            return new Span(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to % 1440 * 60L));
        }

        private static int[] counted(BitSet worked) {
            int[] counted = new int[MINUTES + 1];
            for (int minute = 0; minute < MINUTES; minute++) {
                counted[minute + 1] = counted[minute] + (worked.get(minute) ? 1 : 0);
            }
            return counted;
        }
    }

    /** What the postings mean, said again in minutes and without any calendar. */
    private record Oracle(List<int[]> stretches, long budget, int[] counted) {
        static Oracle of(List<Posting> postings, int[] counted) {
            var stretches = new ArrayList<int[]>();
            long budget = 0;
            int since = -1;
            boolean over = true;
            for (Posting posting : postings) {
                int minute = minute(posting.at());
                if (posting.kind() == Posting.Kind.START) {
                    stretches.clear();
                    budget = posting.amount().toMinutes();
                    since = minute;
                    over = false;
                } else if (posting.kind() == Posting.Kind.EXTEND) {
                    budget += over ? 0 : posting.amount().toMinutes();
                } else if (posting.kind() == Posting.Kind.RESUME) {
                    since = since < 0 && !over ? minute : since;
                } else if (posting.kind() == Posting.Kind.PAUSE || posting.kind() == Posting.Kind.STOP) {
                    if (since >= 0) {
                        stretches.add(new int[] {since, minute});
                    }
                    since = -1;
                    over |= posting.kind() == Posting.Kind.STOP;
                }
            }
            if (since >= 0) {
                stretches.add(new int[] {since, MINUTES});
            }
            return new Oracle(stretches, budget, counted);
        }

        long consumed(int now) {
            return stretches.stream()
                    .mapToLong(it -> Math.max(0, counted[Math.min(it[1], now)] - counted[Math.min(it[0], now)]))
                    .sum();
        }

        @Nullable
        Instant deadline() {
            long left = budget;
            for (int[] it : stretches) {
                for (int day = it[0]; day < it[1]; day += 1440) {
                    int until = Math.min(day + 1440, it[1]);
                    if (counted[until] - counted[it[0]] >= left) {
                        int minute = day;
                        while (counted[minute] - counted[it[0]] < left) {
                            minute++;
                        }
                        return at(minute);
                    }
                }
                left -= counted[it[1]] - counted[it[0]];
            }
            return null;
        }
    }

    private record History(List<Posting> postings, int now) {
        static History random(Random random) {
            var postings = new ArrayList<Posting>();
            int minute = random.nextInt(DAYS * 1440 / 2);
            postings.add(new Posting(Posting.Kind.START, at(minute), Duration.ofMinutes(1 + random.nextInt(10_000))));
            int more = random.nextInt(8);
            for (int i = 0; i < more; i++) {
                minute += 1 + (random.nextInt(10) == 0 ? random.nextInt(300_000) : random.nextInt(20_000));
                if (minute >= DAYS * 1440) {
                    break;
                }
                var kinds = Posting.Kind.values();
                var kind = kinds[random.nextInt(8) == 0 ? random.nextInt(kinds.length) : 1 + random.nextInt(3)];
                boolean amount = kind == Posting.Kind.START || kind == Posting.Kind.EXTEND;
                postings.add(new Posting(
                        kind, at(minute), amount ? Duration.ofMinutes(1 + random.nextInt(5_000)) : Duration.ZERO));
            }
            return new History(postings, minute + random.nextInt(50_000));
        }
    }
}
