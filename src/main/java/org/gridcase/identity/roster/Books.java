package org.gridcase.identity.roster;

import org.gridcase.identity.SignInChoice;
import org.gridcase.identity.Staff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds where grants are kept here. */
@Component
class Books {
    private final GrantBook book;

    Books(
            ObjectProvider<KeycloakBook> keycloak,
            Staff staff,
            @Value("${" + SignInChoice.PROPERTY + ":local}") String signIn) {
        KeycloakBook connected = keycloak.getIfAvailable();
        boolean elsewhere = signIn.equals(SignInChoice.KEYCLOAK);
        this.book = connected != null ? connected : elsewhere ? new ShutBook() : new OwnBook(staff);
    }

    GrantBook book() {
        return book;
    }

    boolean isShut() {
        return book instanceof ShutBook;
    }
}
