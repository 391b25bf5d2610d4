package org.gridcase.past;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;

/**
 * What past is asked for.
 *
 * @param days how many, if not whole years
 * @param until the day after its last; none means today
 * @param casesPerDay on average
 * @param threads that write at once
 */
record Wanted(int years, int days, @Nullable LocalDate until, int casesPerDay, long seed, int threads) {
    static final Set<String> OPTIONS =
            new TreeSet<>(Set.of("years", "days", "until", "cases-per-day", "seed", "threads"));

    /** @throws PastRefused if an option is unknown or no sensible number */
    static Wanted of(ApplicationArguments arguments) {
        arguments.getOptionNames().stream()
                // those with a dot are the program's own
                .filter(name -> !name.contains(".") && !OPTIONS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw PastRefused.unknown(name);
                });
        if (arguments.containsOption("years") && arguments.containsOption("days")) {
            throw PastRefused.yearsAndDays();
        }
        int days = (int) number(arguments, "days", 0, 1, 3_660);
        return new Wanted(
                days > 0 ? 0 : (int) number(arguments, "years", 2, 1, 10),
                days,
                day(arguments),
                (int) number(arguments, "cases-per-day", 6_500, 1, 50_000),
                number(arguments, "seed", 1, 0, Integer.MAX_VALUE),
                (int) number(arguments, "threads", 2, 1, 16));
    }

    private static @Nullable LocalDate day(ApplicationArguments arguments) {
        if (!arguments.containsOption("until")) {
            return null;
        }
        String said = String.join(",", Objects.requireNonNullElse(arguments.getOptionValues("until"), List.of()));
        try {
            return LocalDate.parse(said);
        } catch (DateTimeParseException e) {
            throw PastRefused.day(said);
        }
    }

    private static long number(ApplicationArguments arguments, String option, long otherwise, long least, long most) {
        Optional<String> said = Optional.ofNullable(arguments.getOptionValues(option))
                .filter(values -> !values.isEmpty())
                .map(values -> String.join(",", values));
        if (said.isEmpty()) {
            if (arguments.containsOption(option)) {
                throw PastRefused.number(option, "", least, most);
            }
            return otherwise;
        }
        String text = said.get().strip();
        if (!text.matches("\\d{1,10}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw PastRefused.number(option, text, least, most);
        }
        return Long.parseLong(text);
    }

    /** The first day of a past that ends before {@code until}. */
    LocalDate first(LocalDate until) {
        return days > 0 ? until.minusDays(days) : until.minusYears(years);
    }

    /** As it was typed. */
    List<String> words() {
        return List.of(
                days > 0 ? "--days=" + days : "--years=" + years, "--cases-per-day=" + casesPerDay, "--seed=" + seed);
    }
}
