package org.gridcase.notice;

import java.util.Set;

/** There is something new in these people's bells, or they have read it; told within the transaction that writes it. */
public record Rung(Set<String> accounts) {
    public Rung {
        accounts = Set.copyOf(accounts);
    }
}
