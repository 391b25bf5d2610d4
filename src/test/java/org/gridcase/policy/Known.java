package org.gridcase.policy;

import java.util.Map;
import org.gridcase.policy.table.Contract;

/** What the program decides by, for tests of what guards it. */
public final class Known {
    public static final Map<String, Contract> CONTRACTS = Spreadsheets.all();

    private Known() {}
}
