package org.gridcase.desk.person;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.casework.CaseFacts;
import org.gridcase.grid.Location;
import org.gridcase.identity.Actors;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.gridcase.workflow.TaskInbox;
import org.springframework.stereotype.Component;

/** Whether somebody has business with a case's reporter. */
@Component
public class RevealRights {
    private final RevealSettings settings;
    private final Staff staff;
    private final Scopes scopes;
    private final TaskInbox inbox;
    private final Actors actors;

    RevealRights(RevealSettings settings, Staff staff, Scopes scopes, TaskInbox inbox, Actors actors) {
        this.settings = settings;
        this.staff = staff;
        this.scopes = scopes;
        this.inbox = inbox;
        this.actors = actors;
    }

    /** Of a case that they may know of. */
    public boolean has(String account, CaseFacts facts) {
        Set<Grant> grants = staff.grantsOf(account);
        return grants.stream()
                        .filter(grant ->
                                settings.withSight().contains(grant.role().code()))
                        .anyMatch(grant -> reaches(grant, facts.location()))
                || holdsTask(account, grants, facts);
    }

    /** The city, or an area that the case lies in. */
    private boolean reaches(Grant grant, Location here) {
        return scopes.find(grant.scope())
                .filter(scope -> scope.district() == null
                        || Stream.of(here.district(), here.street(), here.community(), here.grid())
                                .anyMatch(scope.code()::equals))
                .isPresent();
    }

    private boolean holdsTask(String account, Set<Grant> grants, CaseFacts facts) {
        Set<String> roles = grants.stream().map(Grant::role).map(Role::code).collect(Collectors.toSet());
        return roles.stream().anyMatch(settings.withTask()::contains)
                && inbox.of(actors.of(account), facts.id()).stream().anyMatch(task -> account.equals(task.assignee()));
    }
}
