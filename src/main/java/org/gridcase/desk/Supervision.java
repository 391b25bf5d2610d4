package org.gridcase.desk;

import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.Cases;
import org.gridcase.casework.Sights;
import org.gridcase.clock.Watches;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a district's supervisor may do to its cases, wherever they stand. */
@Component
@Transactional
public class Supervision {
    private static final int LONGEST_REASON = 500;

    private final CaseSearch search;
    private final Sights sights;
    private final Staff staff;
    private final Cases cases;
    private final Watches watches;

    Supervision(CaseSearch search, Sights sights, Staff staff, Cases cases, Watches watches) {
        this.search = search;
        this.sights = sights;
        this.staff = staff;
        this.cases = cases;
        this.watches = watches;
    }

    public boolean supervises(String account, String district) {
        return staff.grantsOf(account).contains(new Grant(Role.SUPERVISOR, district));
    }

    /**
     * @throws SupervisionRefused by anybody but the district's supervisor, and without a reason
     */
    public void annul(CaseId id, String account, String reason) {
        var facts = search.facts(id, sights.of(account));
        if (!supervises(account, facts.location().district())) {
            throw SupervisionRefused.notSupervisor();
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw SupervisionRefused.withoutReason(LONGEST_REASON);
        }
        cases.annulAnyTime(id, account, why);
    }

    /**
     * @param hours until a reply is due
     * @throws SupervisionRefused by anybody but the district's supervisor
     */
    public void watch(CaseId id, String account, String reason, String orders, int hours) {
        var facts = search.facts(id, sights.of(account));
        if (!supervises(account, facts.location().district())) {
            throw SupervisionRefused.notWatcher();
        }
        watches.begin(id, account, reason, orders, hours);
    }
}
