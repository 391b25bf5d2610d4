package org.gridcase.policy;

import java.util.List;
import java.util.UUID;
import org.gridcase.catalogue.RefusedCell;
import org.jspecify.annotations.Nullable;

/**
 * What became of a filing standard that somebody sent: a draft, or nothing and why.
 *
 * @param draft none if a cell is refused
 * @param rows how many the draft's standard has
 * @param refused the cells in the way
 */
public record FilingDraft(@Nullable UUID draft, int rows, List<RefusedCell> refused) {

    public FilingDraft {
        refused = List.copyOf(refused);
    }
}
