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

    private final DateTimeFormatter minute;

    Times(ZoneId zone) {
        this.minute = MINUTE.withZone(zone);
    }

    String minute(Instant at) {
        return minute.format(at);
    }

    @Nullable
    String minuteIfAny(@Nullable Instant at) {
        return at == null ? null : minute(at);
    }
}
