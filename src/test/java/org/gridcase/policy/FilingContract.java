package org.gridcase.policy;

import org.gridcase.policy.table.Contract;

/** The filing table's contract, for tests of what keeps it. */
public final class FilingContract {
    public static final Contract GET = Spreadsheets.FILING;

    private FilingContract() {}
}
