package org.gridcase.identity.roster;

import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;

/**
 * What is to be given or taken, and why.
 *
 * @param role its code
 * @param scope its code
 */
public record GrantOrder(String account, String role, String scope, String reason) {

    /** @param group {@code role@scope} */
    public static GrantOrder of(String account, String group, String reason) {
        int at = group.indexOf('@');
        return at < 0
                ? new GrantOrder(account, group, "", reason)
                : new GrantOrder(account, group.substring(0, at), group.substring(at + 1), reason);
    }

    Grant grant() {
        try {
            return new Grant(Role.of(role), scope);
        } catch (IllegalArgumentException none) {
            throw GrantRefused.unknownRole(role);
        }
    }
}
