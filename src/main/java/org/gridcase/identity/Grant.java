package org.gridcase.identity;

/** A right: a role within one scope, an area's or a unit's code. Its group in the engine is {@code role@scope}. */
public record Grant(Role role, String scope) {

    /** @throws IllegalArgumentException if {@code group} is not {@code role@scope} */
    public static Grant of(String group) {
        int at = group.indexOf('@');
        if (at < 1 || at == group.length() - 1) {
            throw new IllegalArgumentException("not role@scope: " + group);
        }
        return new Grant(Role.of(group.substring(0, at)), group.substring(at + 1));
    }

    public String group() {
        return role.code() + "@" + scope;
    }
}
