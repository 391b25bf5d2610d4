package org.gridcase.catalogue;

import org.gridcase.shared.Refusal;

/** A file that is not read at all: too large, or no plain workbook of one sheet. */
public final class SpreadsheetRefused extends Refusal {

    private SpreadsheetRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static SpreadsheetRefused tooLarge(int megabytes) {
        return new SpreadsheetRefused(Kind.TOO_LARGE, "catalogue.import.tooLarge", megabytes);
    }

    static SpreadsheetRefused expandsTooFar(int megabytes) {
        return new SpreadsheetRefused(Kind.TOO_LARGE, "catalogue.import.expandsTooFar", megabytes);
    }

    static SpreadsheetRefused tooManyRows(int rows) {
        return new SpreadsheetRefused(Kind.TOO_LARGE, "catalogue.import.tooManyRows", rows);
    }

    static SpreadsheetRefused unreadable() {
        return new SpreadsheetRefused(Kind.INVALID, "catalogue.import.unreadable");
    }

    /** It holds macros, links or other files. */
    static SpreadsheetRefused notPlain() {
        return new SpreadsheetRefused(Kind.INVALID, "catalogue.import.notPlain");
    }

    static SpreadsheetRefused notOneSheet() {
        return new SpreadsheetRefused(Kind.INVALID, "catalogue.import.notOneSheet");
    }
}
