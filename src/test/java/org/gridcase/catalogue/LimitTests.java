package org.gridcase.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.gridcase.calendar.WorkingCalendar;
import org.gridcase.calendar.WorkingHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTests {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** 2026-11-23 is a Monday. */
    @ParameterizedTest(name = "{2} from {0}: {3}")
    @CsvSource({
        // within a span, and exactly to its end
        "2026-11-23T09:00, 2, WORKING_HOURS, 2026-11-23T11:00",
        "2026-11-23T08:00, 4, WORKING_HOURS, 2026-11-23T12:00",
        "2026-11-23T14:00, 4, WORKING_HOURS, 2026-11-23T18:00",
        // across lunch, from lunch
        "2026-11-23T11:00, 2, WORKING_HOURS, 2026-11-23T15:00",
        "2026-11-23T12:00, 1, WORKING_HOURS, 2026-11-23T15:00",
        "2026-11-23T13:10, 4, WORKING_HOURS, 2026-11-23T18:00",
        // across the evening, from the evening and the early morning
        "2026-11-23T17:30, 2, WORKING_HOURS, 2026-11-24T09:30",
        "2026-11-23T18:00, 1, WORKING_HOURS, 2026-11-24T09:00",
        "2026-11-23T22:15, 4, WORKING_HOURS, 2026-11-24T12:00",
        "2026-11-24T00:00, 4, WORKING_HOURS, 2026-11-24T12:00",
        "2026-11-24T05:00, 1, WORKING_HOURS, 2026-11-24T09:00",
        // across the weekend, from within it
        "2026-11-27T17:00, 4, WORKING_HOURS, 2026-11-30T11:00",
        "2026-11-28T10:00, 2, WORKING_HOURS, 2026-11-30T10:00",
        "2026-11-29T23:59, 4, WORKING_HOURS, 2026-11-30T12:00",
        // days of eight working hours
        "2026-11-23T08:00, 1, WORKING_DAYS, 2026-11-23T18:00",
        "2026-11-23T10:00, 1, WORKING_DAYS, 2026-11-24T10:00",
        "2026-11-23T20:00, 1, WORKING_DAYS, 2026-11-24T18:00",
        "2026-11-27T10:00, 1, WORKING_DAYS, 2026-11-30T10:00",
        "2026-11-23T10:00, 5, WORKING_DAYS, 2026-11-30T10:00",
        "2026-11-28T12:00, 20, WORKING_DAYS, 2026-12-25T18:00",
        // continuous kinds know neither night nor weekend
        "2026-11-27T17:30:15, 4, URGENT_HOURS, 2026-11-27T21:30:15",
        "2026-11-27T23:00, 3, URGENT_HOURS, 2026-11-28T02:00",
        "2026-11-27T17:30, 3, CALENDAR_DAYS, 2026-11-30T17:30",
    })
    void runsOutWhenItsKindOfTimeIsUsedUp(LocalDateTime start, int amount, LimitKind kind, LocalDateTime due) {
        assertThat(new Limit(amount, kind)
                        .dueFrom(start.atZone(CHINA).toInstant(), standard(CHINA))
                        .atZone(CHINA)
                        .toLocalDateTime())
                .isEqualTo(due);
    }

    @Test
    void countsWorkingTimeOfThePlaceNotOfTheServer() {
        var nineInShanghai =
                LocalDateTime.parse("2026-11-23T09:00").atZone(CHINA).toInstant();
        var limit = new Limit(1, LimitKind.WORKING_HOURS);

        assertThat(limit.dueFrom(nineInShanghai, standard(CHINA))).isEqualTo("2026-11-23T02:00:00Z");
        assertThat(limit.dueFrom(nineInShanghai, standard(ZoneId.of("UTC")))).isEqualTo("2026-11-23T09:00:00Z");
    }

    private static WorkingCalendar standard(ZoneId zone) {
        return new WorkingCalendar(zone, WorkingHours.STANDARD, List.of(), Set.of());
    }

    @Test
    void keepsSecondsAcrossLunch() {
        var start = LocalDateTime.parse("2026-11-23T11:59:59.5").atZone(CHINA).toInstant();

        assertThat(new Limit(1, LimitKind.WORKING_HOURS)
                        .dueFrom(start, standard(CHINA))
                        .atZone(CHINA)
                        .toLocalDateTime())
                .isEqualTo("2026-11-23T14:59:59.5");
    }

    @Test
    void isNeverNothingAndNeverEndless() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(0, LimitKind.WORKING_HOURS));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(-1, LimitKind.URGENT_HOURS));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(3651, LimitKind.CALENDAR_DAYS));
    }
}
