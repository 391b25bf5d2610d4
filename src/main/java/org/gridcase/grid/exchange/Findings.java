package org.gridcase.grid.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with a file while it is read and checked. */
final class Findings {
    private final List<Refused> refused = new ArrayList<>();

    void refuse(int row, String field, String reason, Object... arguments) {
        refused.add(new Refused(row, field, "grid.import." + reason, List.of(arguments)));
    }

    void refuseFile(String reason, Object... arguments) {
        refuse(0, "file", reason, arguments);
    }

    boolean none() {
        return refused.isEmpty();
    }

    int count() {
        return refused.size();
    }

    ImportReport report(int rows) {
        return none()
                ? new ImportReport(rows, List.of())
                : new ImportReport(
                        0,
                        refused.stream()
                                .sorted(Comparator.comparingInt(Refused::row))
                                .toList());
    }
}
