package org.gridcase.desk.process;

import java.util.EnumSet;
import java.util.Set;
import org.gridcase.casework.CaseFacts;

/** Where an administrator may put a case: nothing that skips a decision its facts do not hold yet, and never its close. */
final class Reachable {
    private Reachable() {}

    static Set<Standing> from(CaseFacts facts) {
        var open = EnumSet.noneOf(Standing.class);
        if (facts.stage().ended()) {
            return open;
        }
        open.add(Standing.CLASSIFY);
        if (facts.serviceCode() != null) {
            open.add(Standing.PROPOSE_FILING);
            open.add(Standing.HANDLE_ON_SPOT);
        }
        if (facts.filingRow() != null) {
            open.add(Standing.ROUTE);
        }
        if (facts.unit() != null) {
            open.add(Standing.HANDLE_CASE);
        }
        return open;
    }
}
