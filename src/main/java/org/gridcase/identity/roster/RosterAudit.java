package org.gridcase.identity.roster;

import org.gridcase.audit.Subject;

/** What the audit calls those who act here and those on whom they act. */
class RosterAudit {
    /** No account: something that was found changed in Keycloak. */
    static final String KEYCLOAK = "keycloak";

    /** No account: somebody at the machine itself. */
    static final String COMMAND = "command";

    private static final int LONGEST = 200;

    private RosterAudit() {}

    static Subject account(String account) {
        return new Subject("account", account.substring(0, Math.min(LONGEST, account.length())));
    }
}
