package org.gridcase.desk.person;

import java.util.List;
import java.util.Map;
import org.gridcase.casework.CaseFacts;
import org.gridcase.intake.Report;
import org.jspecify.annotations.Nullable;

/**
 * The one who reported a case, as an administrator finds them: masked.
 *
 * @param kept how many of which kind is kept of them
 * @param open whether the case, or the one it was joined to, is still worked on
 * @param erasure the number under which they have been erased
 */
public record Person(
        CaseFacts facts,
        List<Report.Contact> contacts,
        Map<String, Long> kept,
        boolean open,
        @Nullable Long erasure) {}
