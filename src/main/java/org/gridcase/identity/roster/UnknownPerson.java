package org.gridcase.identity.roster;

import org.gridcase.shared.Refusal;

/** Nobody has this account, or nobody whom the administrator sees. */
public class UnknownPerson extends Refusal {

    private UnknownPerson(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    public static UnknownPerson called(String account) {
        return new UnknownPerson(Kind.NOT_FOUND, "identity.grant.unknownAccount", account);
    }
}
