package org.gridcase.desk.process;

import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may go round the task guard, and the book in which each use is written. */
@Component
class Administrators {
    private final Staff staff;
    private final Scopes scopes;
    private final Audit audit;

    Administrators(Staff staff, Scopes scopes, Audit audit) {
        this.staff = staff;
        this.scopes = scopes;
        this.audit = audit;
    }

    /**
     * @param district of the case; none if there is no case, which is the whole city's matter
     * @throws InterventionRefused by anybody but an administrator of that district or of the city
     */
    void check(Intervention why, @Nullable String district) {
        boolean theirs = staff.grantsOf(why.administrator()).stream()
                .filter(grant -> grant.role() == Role.ADMINISTRATOR)
                .anyMatch(grant -> reaches(grant, district));
        if (!theirs) {
            throw InterventionRefused.notAdministrator();
        }
    }

    private boolean reaches(Grant grant, @Nullable String district) {
        String own = scopes.find(grant.scope()).orElseThrow().district();
        return own == null || grant.scope().equals(district);
    }

    void record(AuditEntry entry) {
        audit.record(entry);
    }
}
