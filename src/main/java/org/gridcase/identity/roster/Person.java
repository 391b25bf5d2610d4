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
        @Nullable String email,
        boolean emailVerified,
        boolean enabled) {

    /** Where notices may go: an address that nobody has shown to be theirs might be a stranger's. */
    @Nullable
    String address() {
        return emailVerified ? email : null;
    }

    StaffMember member() {
        return new StaffMember(username, PersonName.of(firstName, lastName).orElse(username));
    }
}
