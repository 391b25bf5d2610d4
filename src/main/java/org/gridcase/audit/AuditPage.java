package org.gridcase.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries, the last first.
 *
 * @param next where the following page begins; none behind the last
 */
public record AuditPage(List<Row> rows, @Nullable String next) {

    /**
     * An entry as it can still be read.
     *
     * @param detail JSON; none if erased
     */
    public record Row(
            long number,
            Instant at,
            String actor,
            String action,
            Subject subject,
            @Nullable String reason,
            @Nullable String detail,
            boolean erased) {}
}
