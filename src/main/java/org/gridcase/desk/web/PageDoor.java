package org.gridcase.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gridcase.identity.Role;

/** The doors of the navigation, in the order in which a role needs them. */
enum PageDoor {
    MY("/my", "person-walking", Role.GRID_WORKER, Role.GRID_LEADER, Role.HANDLER, Role.CHECKER),
    TASKLIST(
            "/camunda/app/tasklist/",
            "list-check",
            Role.GRID_WORKER,
            Role.GRID_LEADER,
            Role.FILING_CLERK,
            Role.DISPATCHER,
            Role.HANDLER,
            Role.CHECKER,
            Role.SUPERVISOR,
            Role.APPROVER),
    CASES("/cases", "folder2-open", Role.values()),
    DISPATCH("/dispatch", "send-check", Role.DISPATCHER),
    REPORT("/report", "camera", Role.values()),
    LEAVE("/staff/leave", "calendar-week", Role.values()),
    POLICY("/policy", "diagram-3", Role.ANALYST, Role.APPROVER),
    TOKENS("/account/tokens", "key", Role.ANALYST, Role.APPROVER),
    ADMIN("/admin", "gear", Role.ADMINISTRATOR),
    COCKPIT("/camunda/app/cockpit/", "speedometer2", Role.SUPERVISOR, Role.ANALYST, Role.APPROVER, Role.ADMINISTRATOR);

    private final String path;
    private final String icon;
    private final Set<Role> roles;

    PageDoor(String path, String icon, Role... roles) {
        this.path = path;
        this.icon = icon;
        this.roles = Set.of(roles);
    }

    static List<PageDoor> of(Set<Role> roles) {
        return Arrays.stream(values())
                .filter(door -> door.roles.stream().anyMatch(roles::contains))
                .toList();
    }

    Shown shown(String here) {
        return Shown.of(name(), path, icon, here);
    }

    /**
     * A door as a page shows it.
     *
     * @param label key of its name
     * @param words key of what one does there
     * @param current whether the reader stands behind it
     */
    record Shown(String path, String icon, String label, String words, boolean current) {

        static Shown of(String name, String path, String icon, String here) {
            String key = name.toLowerCase(Locale.ROOT);
            return new Shown(path, icon, "desk.nav." + key, "desk.next." + key + ".words", here.startsWith(path));
        }
    }
}
