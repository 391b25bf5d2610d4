package org.gridcase.policy;

import org.gridcase.identity.Role;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.springframework.stereotype.Component;

/** Who may do what with policy: the city's people of a role, not a district's. */
@Component
class PolicyRights {
    private final Staff staff;
    private final Scopes scopes;

    PolicyRights(Staff staff, Scopes scopes) {
        this.staff = staff;
        this.scopes = scopes;
    }

    boolean may(String account, Role role) {
        return staff.grantsOf(account).stream()
                .filter(grant -> grant.role() == role)
                .anyMatch(grant -> scopes.find(grant.scope())
                        .map(scope -> scope.district() == null)
                        .orElse(false));
    }

    /** @throws DraftRefused if they may not */
    void demand(String account, Role role) {
        if (!may(account, role)) {
            throw DraftRefused.notYours();
        }
    }

    /** Whether there is such a district. */
    boolean isDistrict(String code) {
        return scopes.find(code).map(scope -> code.equals(scope.district())).orElse(false);
    }
}
