package org.gridcase.identity.roster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Groups that are grants: made when first given. */
@Component
@WithRoster
class KeycloakGroups {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakGroups.class);

    /** The realm's role that makes Keycloak ask for a second factor. */
    static final String SECOND_FACTOR = "second-factor";

    private static final Set<Role> POWERFUL = Set.of(Role.APPROVER, Role.ADMINISTRATOR);

    private final AdminDoor door;

    KeycloakGroups(AdminDoor door) {
        this.door = door;
    }

    private record RealmRole(String id, String name) {}

    void join(Person person, Grant grant) {
        Group group = find(grant).orElseGet(() -> make(grant));
        if (POWERFUL.contains(grant.role())) {
            askForSecondFactor(group);
        }
        membership(HttpMethod.PUT, person, group);
    }

    void leave(Person person, Grant grant) {
        find(grant).ifPresent(group -> membership(HttpMethod.DELETE, person, group));
    }

    private void membership(HttpMethod method, Person person, Group group) {
        String path = "/users/{person}/groups/{group}";
        var answer = door.send(method, path, null, person.id(), group.id());
        if (!answer.isFine()) {
            throw KeycloakFailure.status(answer.status(), path);
        }
    }

    private Optional<Group> find(Grant grant) {
        String path = "/groups?briefRepresentation=true&exact=true&subGroupsCount=false&first=0&max=10&search={name}";
        return List.of(door.get(path, grant.group()).as(Group[].class)).stream()
                .filter(group -> group.name().equals(grant.group()))
                .findFirst();
    }

    /** Somebody else may have made it at the same moment. */
    private Group make(Grant grant) {
        door.send(HttpMethod.POST, "/groups", Map.of("name", grant.group()));
        return find(grant)
                .orElseThrow(() -> new KeycloakFailure(
                        KeycloakFailure.Why.UNEXPECTED,
                        "the group " + grant.group() + " was made and is not there",
                        null));
    }

    private void askForSecondFactor(Group group) {
        String roles = "/groups/{id}/role-mappings/realm";
        if (named(door.get(roles, group.id()).as(RealmRole[].class)).isEmpty()) {
            named(door.get(roles + "/available?briefRepresentation=true", group.id())
                            .as(RealmRole[].class))
                    .ifPresentOrElse(
                            role -> door.send(HttpMethod.POST, roles, List.of(role), group.id()),
                            () -> LOG.warn("the realm has no role '{}' for '{}'", SECOND_FACTOR, group.name()));
        }
    }

    private static Optional<RealmRole> named(RealmRole[] roles) {
        return List.of(roles).stream()
                .filter(role -> role.name().equals(SECOND_FACTOR))
                .findFirst();
    }
}
