package org.gridcase.identity.roster;

import org.gridcase.shared.Refusal;

/** A grant is not given or taken. */
public class GrantRefused extends Refusal {

    private GrantRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static GrantRefused notAdministrator() {
        return new GrantRefused(Kind.FORBIDDEN, "identity.grant.notAdministrator");
    }

    static GrantRefused outside(String scope) {
        return new GrantRefused(Kind.FORBIDDEN, "identity.grant.outside", scope);
    }

    static GrantRefused ownGrants() {
        return new GrantRefused(Kind.FORBIDDEN, "identity.grant.own");
    }

    static GrantRefused standIn() {
        return new GrantRefused(Kind.FORBIDDEN, "identity.grant.standIn");
    }

    static GrantRefused unknownAccount(String account) {
        return new GrantRefused(Kind.NOT_FOUND, "identity.grant.unknownAccount", account);
    }

    static GrantRefused unknownRole(String role) {
        return new GrantRefused(Kind.INVALID, "identity.grant.unknownRole", role);
    }

    static GrantRefused unknownScope(String scope) {
        return new GrantRefused(Kind.INVALID, "identity.grant.unknownScope", scope);
    }

    static GrantRefused withoutReason(int limit) {
        return new GrantRefused(Kind.INVALID, "identity.grant.withoutReason", limit);
    }

    static GrantRefused unreadable() {
        return new GrantRefused(Kind.INVALID, "identity.grant.unreadable");
    }

    static GrantRefused held() {
        return new GrantRefused(Kind.CONFLICT, "identity.grant.held");
    }

    static GrantRefused notHeld() {
        return new GrantRefused(Kind.CONFLICT, "identity.grant.notHeld");
    }

    static GrantRefused notOfTheCity() {
        return new GrantRefused(Kind.FORBIDDEN, "identity.grant.notOfTheCity");
    }

    /** There is nothing to be in step with. */
    static GrantRefused noSync() {
        return new GrantRefused(Kind.CONFLICT, "identity.grant.noSync");
    }

    /** Keycloak keeps the grants, and we have no way to it. */
    static GrantRefused kept() {
        return new GrantRefused(Kind.CONFLICT, "identity.grant.kept");
    }

    static GrantRefused notDone(KeycloakFailure.Why why) {
        return switch (why) {
            case UNREACHABLE -> new GrantRefused(Kind.CONFLICT, "identity.grant.unreachable");
            case UNKNOWN_CLIENT -> new GrantRefused(Kind.CONFLICT, "identity.grant.unknownClient");
            case FORBIDDEN -> new GrantRefused(Kind.CONFLICT, "identity.grant.forbidden");
            case UNEXPECTED -> new GrantRefused(Kind.CONFLICT, "identity.grant.unexpected");
        };
    }
}
