package org.gridcase.identity.roster;

import org.gridcase.identity.PersonName;
import org.gridcase.identity.StaffMember;
import org.jspecify.annotations.Nullable;

/** Somebody with an account in Keycloak. */
record Person(
        String id,
        String username,
        @Nullable String firstName,
        @Nullable String lastName,
        boolean enabled) {

    StaffMember member() {
        return new StaffMember(username, PersonName.of(firstName, lastName).orElse(username));
    }
}
