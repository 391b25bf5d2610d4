package org.gridcase.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearFileTests {

    @Test
    void whatIsWrittenReadsTheSame() {
        var days = FirstCalendar.shipped(2026);

        assertThat(YearFile.read(2026, "\uFEFF" + YearFile.write(days))).isEqualTo(days);
        assertThat(days).filteredOn(SpecialDay::working).hasSize(6);
        assertThat(days).filteredOn(day -> !day.working()).hasSize(33);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-10-01,holiday                        | calendar.line.cells
            2026-13-01,holiday,x                      | calendar.line.date
            2025-10-01,holiday,x                      | calendar.line.year
            2026-10-01,sometimes,x                    | calendar.line.kind
            2026-10-01,holiday,=1+1                   | calendar.line.name
            2026-10-01,holiday,                       | calendar.line.name
            2026-10-01,放假,国庆节;2026-10-01,上班,国庆节 | calendar.line.twice""")
    void theLineInTheWayIsNamed(String lines, String key) {
        var refused = catchThrowableOfType(
                CalendarRefused.class,
                () -> YearFile.read(2026, "date,kind,name\n" + lines.strip().replace(';', '\n')));

        assertThat(refused.key()).isEqualTo(key);
    }

    @Test
    void aFileWithoutHeaderDaysOrYearIsRefused() {
        assertThat(key(2026, "2026-10-01,holiday,x")).isEqualTo("calendar.line.header");
        assertThat(key(2026, "")).isEqualTo("calendar.line.header");
        assertThat(key(2026, "date,kind,name")).isEqualTo("calendar.line.missing");
        assertThat(key(1999, "date,kind,name")).isEqualTo("calendar.year");
        assertThat(key(2026, "date,kind,name\n" + "x\n".repeat(500))).isEqualTo("calendar.tooLong");
    }

    private static String key(int year, String text) {
        return catchThrowableOfType(CalendarRefused.class, () -> YearFile.read(year, text))
                .key();
    }
}
