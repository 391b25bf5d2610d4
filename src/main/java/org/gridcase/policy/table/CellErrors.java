package org.gridcase.policy.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, so that an officer sees all of it at once. */
final class CellErrors {
    static final int MOST = 200;
    private final List<CellError> found = new ArrayList<>();

    void add(String key) {
        found.add(new CellError("", key, ""));
    }

    void add(int y, int x, String key, @Nullable Cell cell) {
        if (found.size() < MOST) {
            String text = cell == null ? "" : Cells.shown(cell);
            found.add(new CellError(new CellReference(y, x).formatAsString(false), key, text));
        }
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw refusal();
        }
    }

    TableRefused refusal() {
        return TableRefused.of(found);
    }
}
