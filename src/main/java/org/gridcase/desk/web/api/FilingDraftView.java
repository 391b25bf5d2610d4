package org.gridcase.desk.web.api;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.catalogue.RefusedCell;
import org.gridcase.policy.FilingDraft;
import org.jspecify.annotations.Nullable;

/**
 * What became of a filing standard that was sent, with its reasons in the reader's language.
 *
 * @param address of the draft's page; none if cells are refused
 * @param rows how many were taken into the draft
 * @param refused the first {@value #SHOWN} of the cells in the way
 * @param more how many more there are
 */
record FilingDraftView(@Nullable UUID draft, @Nullable String address, int rows, List<Cell> refused, int more) {
    private static final int SHOWN = 500;

    record Cell(String sheet, String cell, String key, List<String> args, String reason) {

        static Cell of(RefusedCell cell, Locale locale) {
            return new Cell(cell.sheet(), cell.cell(), cell.key(), cell.args(), cell.reason(locale));
        }
    }

    static FilingDraftView of(FilingDraft taken, Locale locale) {
        UUID draft = taken.draft();
        return new FilingDraftView(
                draft,
                draft == null ? null : "/policy/drafts/" + draft,
                taken.rows(),
                taken.refused().stream()
                        .limit(SHOWN)
                        .map(cell -> Cell.of(cell, locale))
                        .toList(),
                Math.max(0, taken.refused().size() - SHOWN));
    }
}
