package org.gridcase.desk.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moments as the city's clocks show them. */
@Component
class Times {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final DateTimeFormatter minute;
    private final DateTimeFormatter second;

    Times(ZoneId zone) {
        this.minute = MINUTE.withZone(zone);
        this.second = SECOND.withZone(zone);
    }

    String minute(Instant at) {
        return minute.format(at);
    }

    String second(Instant at) {
        return second.format(at);
    }

    @Nullable
    String minuteIfAny(@Nullable Instant at) {
        return at == null ? null : minute(at);
    }
}
