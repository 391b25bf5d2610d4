package org.gridcase.desk.web.api;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.identity.leave.Absence;
import org.jspecify.annotations.Nullable;

/**
 * An absence, without why.
 *
 * @param state planned, running, ended or cancelled
 */
record LeaveView(UUID id, String staff, @Nullable String substitute, LocalDate first, LocalDate last, String state) {

    static LeaveView of(Absence absence) {
        return new LeaveView(
                absence.id(),
                absence.staff(),
                absence.substitute(),
                absence.firstDay(),
                absence.lastDay(),
                absence.state().name().toLowerCase(Locale.ROOT));
    }
}
