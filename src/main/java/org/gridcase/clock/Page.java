package org.gridcase.clock;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that stays in place while cases come and go.
 *
 * @param next where the next page begins; none on the last
 */
public record Page<T>(List<T> lines, @Nullable String next) {
    public static final int LINES = 50;
    /** The last line of a page, in the list's order. */
    record Place(Instant at, UUID id) {
        /** Stands for no limit; far beyond any. */
        static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

        private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

        static Place of(@Nullable Instant at, UUID id) {
            return new Place(at == null ? NEVER : at, id);
        }

        /** None if it is no place of ours: then the list begins at its beginning. */
        static Optional<Place> parse(@Nullable String text) {
            int at = text == null ? -1 : text.indexOf('_');
            if (text == null || at < 1) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Place(
                                Instant.parse(text.substring(0, at)), UUID.fromString(text.substring(at + 1))))
                        .filter(place -> !place.at.isBefore(BEGINNING) && !place.at.isAfter(NEVER));
            } catch (DateTimeException | IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return at + "_" + id;
        }
    }

    /** @param found one more than a page holds, if there is more */
    static <T> Page<T> of(List<T> found, int most, Function<T, Place> place) {
        if (found.size() <= most) {
            return new Page<>(found, null);
        }
        List<T> lines = List.copyOf(found.subList(0, most));
        return new Page<>(lines, place.apply(lines.get(most - 1)).toString());
    }
}
