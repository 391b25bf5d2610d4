package org.gridcase.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.DefaultApplicationArguments;

class WantedTests {

    @Test
    void withoutArgumentsItIsTwoYearsOfTheCity() {
        var wanted = Wanted.of(new DefaultApplicationArguments("--gridcase.command=write-past"));

        assertThat(wanted.words()).containsExactly("--years=2", "--cases-per-day=6500", "--seed=1");
        assertThat(wanted.first(LocalDate.of(2026, 11, 30))).isEqualTo(LocalDate.of(2024, 11, 30));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --years=0 | --years=0 is no whole number from 1 to 10.
                    --years=two | --years=two is no whole number from 1 to 10.
                    --days=-3 | --days=-3 is no whole number from 1 to 3660.
                    --cases-per-day=1e6 | --cases-per-day=1e6 is no whole number from 1 to 50000.
                    --seed=99999999999 | --seed=99999999999 is no whole number from 0 to 2147483647.
                    --threads | --threads= is no whole number from 1 to 16.
                    --case-per-day=5 | There is no option --case-per-day; there are [cases-per-day, days, seed, threads, until, years].
                    --until=1.11.2026 | --until=1.11.2026 is no day such as 2026-11-01, today at the latest.
                    """)
    void whatIsWrongIsSaidInASentence(String argument, String sentence) {
        assertThatThrownBy(() -> Wanted.of(new DefaultApplicationArguments(argument)))
                .isInstanceOf(PastRefused.class)
                .hasMessage(sentence);
    }

    @Test
    void yearsAndDaysExcludeEachOther() {
        assertThatThrownBy(() -> Wanted.of(new DefaultApplicationArguments("--years=1", "--days=3")))
                .hasMessage("Give --years or --days, not both.");
    }
}
