package org.gridcase.identity;

/** What a person does in the city; where they do it is the grant's scope. */
public enum Role {
    GRID_WORKER("grid-worker"),
    GRID_LEADER("grid-leader"),
    FILING_CLERK("filing-clerk"),
    DISPATCHER("dispatcher"),
    HANDLER("handler"),
    CHECKER("checker"),
    SUPERVISOR("supervisor"),
    ANALYST("analyst"),
    APPROVER("approver"),
    ADMINISTRATOR("administrator");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** As written in models and groups: {@code grid-worker}. */
    public String code() {
        return code;
    }

    /** Whether it reads what runs in the engine beyond its own tasks. */
    public boolean watches() {
        return this == SUPERVISOR || this == ANALYST || this == APPROVER || this == ADMINISTRATOR;
    }

    /** @throws IllegalArgumentException if no role has this code */
    public static Role of(String code) {
        for (Role role : values()) {
            if (role.code.equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no such role: " + code);
    }
}
