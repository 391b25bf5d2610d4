package org.gridcase.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gridcase.calendar.Stretch;
import org.gridcase.calendar.WorkingCalendar;

/** Which time counts against a limit. */
public interface Counting {

    /** Day and night, holidays too. */
    Counting CONTINUOUS = new Counting() {
        @Override
        public Duration between(Instant from, Instant to) {
            return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
        }

        @Override
        public Instant after(Instant start, Duration budget) {
            return start.plus(budget);
        }

        @Override
        public List<Stretch> stretches(Instant from, Instant to) {
            return List.of(new Stretch(from, to));
        }
    };

    /** Working time alone. */
    static Counting by(WorkingCalendar calendar) {
        return new Counting() {
            @Override
            public Duration between(Instant from, Instant to) {
                return calendar.between(from, to);
            }

            @Override
            public Instant after(Instant start, Duration budget) {
                return calendar.after(start, budget);
            }

            @Override
            public List<Stretch> stretches(Instant from, Instant to) {
                return calendar.stretches(from, to);
            }
        };
    }

    /** None if they are the wrong way round. */
    Duration between(Instant from, Instant to);

    /** The first moment by which that much has counted. */
    Instant after(Instant start, Duration budget);

    /** When it counts between the two, in order. */
    List<Stretch> stretches(Instant from, Instant to);
}
