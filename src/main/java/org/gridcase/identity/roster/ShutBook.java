package org.gridcase.identity.roster;

import org.gridcase.identity.Grant;

/** Keycloak keeps the grants, and we were not told how to speak to it. */
class ShutBook implements GrantBook {

    @Override
    public Runnable give(String account, Grant grant) {
        throw GrantRefused.kept();
    }

    @Override
    public Runnable take(String account, Grant grant) {
        throw GrantRefused.kept();
    }

    @Override
    public boolean knows(String account) {
        throw GrantRefused.kept();
    }
}
