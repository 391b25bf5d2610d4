package org.gridcase.desk;

import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.springframework.stereotype.Component;

/** Who may read the audit: it tells of every district, so only those who administer the whole city. */
@Component
public class Auditing {
    private final Staff staff;
    private final Scopes scopes;

    Auditing(Staff staff, Scopes scopes) {
        this.staff = staff;
        this.scopes = scopes;
    }

    /** @throws AuditingRefused by anybody but an administrator of the city */
    public void check(String account) {
        boolean theirs = staff.grantsOf(account).stream()
                .filter(grant -> grant.role() == Role.ADMINISTRATOR)
                .anyMatch(this::ofTheCity);
        if (!theirs) {
            throw AuditingRefused.notOfTheCity();
        }
    }

    private boolean ofTheCity(Grant grant) {
        return scopes.find(grant.scope()).orElseThrow().district() == null;
    }
}
