package org.gridcase.identity.roster;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Scope;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.springframework.stereotype.Component;

/** Who may see and change whose grants. */
@Component
public class Reaches {
    private final Staff staff;
    private final Scopes scopes;

    Reaches(Staff staff, Scopes scopes) {
        this.staff = staff;
        this.scopes = scopes;
    }

    /** @throws GrantRefused for anybody but an administrator */
    public Reach of(String account) {
        Set<String> theirs = staff.grantsOf(account).stream()
                .filter(grant -> grant.role() == Role.ADMINISTRATOR)
                .map(Grant::scope)
                .collect(Collectors.toSet());
        if (theirs.isEmpty()) {
            throw GrantRefused.notAdministrator();
        }
        boolean city =
                theirs.stream().flatMap(code -> scopes.find(code).stream()).anyMatch(Reaches::isCity);
        return new Reach(city, theirs);
    }

    private static boolean isCity(Scope scope) {
        return scope.parent() == null;
    }

    boolean includes(Reach reach, String scope) {
        List<String> upward = scopes.upward(scope);
        return reach.city() || !Collections.disjoint(reach.scopes(), upward);
    }
}
