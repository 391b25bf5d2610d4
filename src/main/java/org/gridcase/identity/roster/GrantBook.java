package org.gridcase.identity.roster;

import org.gridcase.identity.Grant;

/** Where grants are kept, and with that changed first. */
interface GrantBook {

    /** @return what remains to be entered in the staff table */
    Runnable give(String account, Grant grant);

    /** @return what remains to be entered in the staff table */
    Runnable take(String account, Grant grant);

    /** Whether there is such an account, though the staff table may not know it yet. */
    boolean knows(String account);
}
