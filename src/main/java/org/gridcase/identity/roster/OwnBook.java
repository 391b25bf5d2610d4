package org.gridcase.identity.roster;

import org.gridcase.identity.Grant;
import org.gridcase.identity.Staff;

/** Without a Keycloak the staff table is all there is. */
class OwnBook implements GrantBook {
    private final Staff staff;

    OwnBook(Staff staff) {
        this.staff = staff;
    }

    @Override
    public Runnable give(String account, Grant grant) {
        return () -> staff.give(account, grant);
    }

    @Override
    public Runnable take(String account, Grant grant) {
        return () -> staff.take(account, grant);
    }

    @Override
    public boolean knows(String account) {
        return staff.find(account).isPresent();
    }
}
