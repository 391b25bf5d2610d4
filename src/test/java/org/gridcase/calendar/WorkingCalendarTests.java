package org.gridcase.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTests {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar SHIPPED = new WorkingCalendar(
            CHINA,
            WorkingHours.STANDARD,
            Stream.of(2025, 2026)
                    .flatMap(year -> FirstCalendar.shipped(year).stream())
                    .toList(),
            Set.of(2025, 2026));

    @ParameterizedTest(name = "{1} working hours from {0}: {2}")
    @CsvSource({
        // Saturday the 14th of February 2026 makes up for the spring festival, which lasts until the 23rd
        "2026-02-13T17:00, 2, 2026-02-14T09:00",
        "2026-02-14T17:00, 2, 2026-02-24T09:00",
        "2026-02-14T18:00, 8, 2026-02-24T18:00",
        // the national day, and the Saturday after it
        "2026-09-30T16:00, 3, 2026-10-08T09:00",
        "2026-10-09T17:00, 2, 2026-10-10T09:00",
        // the next year's holidays are unknown: weekdays alone decide
        "2026-12-31T17:00, 2, 2027-01-01T09:00",
    })
    void holidaysDoNotCountAndMakeUpDaysDo(LocalDateTime start, int hours, LocalDateTime due) {
        assertThat(SHIPPED.after(at(start), Duration.ofHours(hours))).isEqualTo(at(due));
        assertThat(SHIPPED.between(at(start), at(due))).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void saysWhichYearsItKnows() {
        assertThat(SHIPPED.knows(at("2025-03-01T00:00"), at("2026-12-31T23:00")))
                .isTrue();
        assertThat(SHIPPED.knows(at("2026-12-31T00:00"), at("2027-01-01T00:00")))
                .isFalse();
    }

    /** Every minute of a random stretch is asked one by one whether it is worked in. */
    @Test
    void agreesWithCountingMinuteByMinute() {
        var random = new Random(20_261_124);
        for (int round = 0; round < 40; round++) {
            WorkingCalendar calendar = random(random);
            Instant start = at("2026-01-01T00:00").plus(Duration.ofMinutes(random.nextInt(500_000)));
            Instant end = start.plus(Duration.ofMinutes(random.nextInt(60_000)));
            long counted = 0;
            for (Instant minute = start; minute.isBefore(end); minute = minute.plusSeconds(60)) {
                counted += worked(calendar, minute.atZone(CHINA).toLocalDateTime()) ? 1 : 0;
            }
            assertThat(calendar.between(start, end)).isEqualTo(Duration.ofMinutes(counted));
            Instant due = calendar.after(start, Duration.ofMinutes(counted));
            assertThat(due).isBeforeOrEqualTo(end);
            assertThat(calendar.between(start, due)).isEqualTo(Duration.ofMinutes(counted));
        }
    }

    private static WorkingCalendar random(Random random) {
        var days = new ArrayList<SpecialDay>();
        for (int i = 0; i < 40; i++) {
            days.add(new SpecialDay(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365)), random.nextBoolean(), "x"));
        }
        LocalTime noon = LocalTime.of(12, 0);
        return new WorkingCalendar(
                CHINA,
                new WorkingHours(
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.of(2 + random.nextInt(6))),
                        List.of(
                                new Span(LocalTime.of(random.nextInt(11), random.nextInt(60)), noon),
                                new Span(LocalTime.of(13, random.nextInt(60)), LocalTime.MIDNIGHT))),
                days,
                Set.of(2026));
    }

    private static boolean worked(WorkingCalendar calendar, LocalDateTime minute) {
        SpecialDay special = calendar.special(minute.toLocalDate());
        boolean day = special == null ? calendar.hours().days().contains(minute.getDayOfWeek()) : special.working();
        int of = minute.getHour() * 60 + minute.getMinute();
        return day
                && calendar.hours().spans().stream()
                        .anyMatch(span -> span.from().toSecondOfDay() / 60 <= of
                                && (span.to().equals(LocalTime.MIDNIGHT)
                                        || of < span.to().toSecondOfDay() / 60));
    }

    @Test
    void aCalendarWithoutWorkingTimeIsNone() {
        assertThatThrownBy(() -> new WorkingHours(Set.of(), WorkingHours.STANDARD.spans()))
                .isInstanceOf(CalendarRefused.class);
        assertThatThrownBy(() -> new WorkingHours(Set.of(DayOfWeek.MONDAY), List.of()))
                .isInstanceOf(CalendarRefused.class);
        var never = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .map(day -> new SpecialDay(day, false, "x"))
                .toList();
        assertThatThrownBy(() -> new WorkingCalendar(CHINA, WorkingHours.STANDARD, never, Set.of(2026)))
                .isInstanceOf(CalendarRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"08:00-12:00 11:00-18:00", "12:00-08:00", "08:00-08:00", "8-12", "25:00-26:00", "08:00-12:00-14:00"})
    void hoursThatOverlapOrAreNoneAreRefused(String spans) {
        assertThatThrownBy(() -> new WorkingHours(Set.of(DayOfWeek.MONDAY), Spans.parse(spans)))
                .isInstanceOf(CalendarRefused.class);
    }

    @Test
    void hoursAreReadAsPeopleWriteThem() {
        assertThat(Spans.parse("8:00–12:00，14：00至24:00").stream().map(Spans::text))
                .containsExactly("08:00-12:00", "14:00-24:00");
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(CHINA).toInstant();
    }
}
