package org.gridcase.identity.roster;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Scopes;
import org.springframework.stereotype.Component;

/** Reads the names of groups as grants; one that looks like a grant and is none is a problem. */
@Component
class Badges {
    static final String NO_ROLE = "no-role";
    static final String NO_SCOPE = "no-scope";

    private final Scopes scopes;

    Badges(Scopes scopes) {
        this.scopes = scopes;
    }

    /**
     * What groups say, once for all who are in them.
     *
     * @param problems by a group's name, what is wrong with it
     */
    record Read(Map<String, Grant> grants, Map<String, String> problems) {

        Set<Grant> grants(Set<String> groups) {
            return groups.stream().filter(grants::containsKey).map(grants::get).collect(Collectors.toSet());
        }
    }

    /** Any other group is none of our business. */
    Read read(Collection<Attendee> attendees) {
        Map<String, Grant> grants = new TreeMap<>();
        Map<String, String> problems = new TreeMap<>();
        attendees.stream()
                .flatMap(attendee -> attendee.groups().stream())
                .distinct()
                .filter(group -> group.indexOf('@') > 0)
                .forEach(group -> {
                    try {
                        grants.put(group, Grant.of(group));
                    } catch (IllegalArgumentException noGrant) {
                        problems.put(group, NO_ROLE);
                    }
                });
        Set<String> known =
                scopes.known(grants.values().stream().map(Grant::scope).collect(Collectors.toSet()));
        grants.forEach((group, grant) -> {
            if (!known.contains(grant.scope())) {
                problems.put(group, NO_SCOPE);
            }
        });
        grants.keySet().removeAll(problems.keySet());
        return new Read(grants, problems);
    }
}
