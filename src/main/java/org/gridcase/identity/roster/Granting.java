package org.gridcase.identity.roster;

import java.util.Map;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives and takes grants: where they are kept first, then here, both on record. */
@Component
public class Granting {
    private static final int LONGEST_REASON = 500;

    private final Books books;
    private final Staff staff;
    private final StaffList list;
    private final Scopes scopes;
    private final Reaches reaches;
    private final Audit audit;
    private final TransactionTemplate transactions;

    Granting(
            Books books,
            Staff staff,
            StaffList list,
            Scopes scopes,
            Reaches reaches,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.books = books;
        this.staff = staff;
        this.list = list;
        this.scopes = scopes;
        this.reaches = reaches;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Whether grants can be changed here at all. */
    public boolean isOpen() {
        return !books.isShut();
    }

    /**
     * @throws GrantRefused to anybody but an administrator above that scope, for their own grants, and for those of
     *     somebody for whom they stand in: they would be lent them
     */
    public void give(GrantOrder order, String by) {
        checkPerson(order, by);
        if (staff.standsIn(by, order.account())) {
            throw GrantRefused.standIn();
        }
        give(order, by, reaches.of(by));
    }

    /** @throws GrantRefused to anybody but an administrator above that scope, and for their own grants */
    public void take(GrantOrder order, String by) {
        checkPerson(order, by);
        take(order, by, reaches.of(by));
    }

    void give(GrantOrder order, String by, Reach reach) {
        Grant grant = checkGiving(order, reach);
        enter(books.book().give(order.account(), grant), "grant.give", order, by);
    }

    void take(GrantOrder order, String by, Reach reach) {
        Grant grant = checkTaking(order, reach);
        enter(books.book().take(order.account(), grant), "grant.take", order, by);
    }

    /** @throws GrantRefused as giving it would, as far as it can be known beforehand */
    Grant checkGiving(GrantOrder order, Reach reach) {
        Grant grant = check(order, reach);
        if (staff.ownGrantsOf(order.account()).contains(grant)) {
            throw GrantRefused.held();
        }
        return grant;
    }

    /** @throws GrantRefused as taking it would, as far as it can be known beforehand */
    Grant checkTaking(GrantOrder order, Reach reach) {
        Grant grant = check(order, reach);
        if (!staff.ownGrantsOf(order.account()).contains(grant)) {
            throw GrantRefused.notHeld();
        }
        return grant;
    }

    private static void checkPerson(GrantOrder order, String by) {
        if (order.account().equalsIgnoreCase(by)) {
            throw GrantRefused.ownGrants();
        }
    }

    private Grant check(GrantOrder order, Reach reach) {
        Grant grant = order.grant();
        if (scopes.find(grant.scope()).isEmpty()) {
            throw GrantRefused.unknownScope(grant.scope());
        }
        if (!reaches.includes(reach, grant.scope())) {
            throw GrantRefused.outside(grant.scope());
        }
        if (order.reason().isBlank() || order.reason().strip().length() > LONGEST_REASON) {
            throw GrantRefused.withoutReason(LONGEST_REASON);
        }
        if (!knows(order.account(), reach)) {
            throw GrantRefused.unknownAccount(order.account());
        }
        return grant;
    }

    /** Somebody new may be in Keycloak only, for a moment; a district asks only for whom it sees. */
    private boolean knows(String account, Reach reach) {
        boolean here = staff.find(account).isPresent();
        return here ? list.shows(account, reach) : reach.city() && books.book().knows(account);
    }

    private void enter(Runnable inTheTable, String action, GrantOrder order, String by) {
        String group = order.grant().group();
        transactions.executeWithoutResult(status -> {
            inTheTable.run();
            audit.record(new AuditEntry(
                    by,
                    action,
                    RosterAudit.account(order.account()),
                    order.reason().strip(),
                    Map.of("grant", group)));
        });
    }
}
