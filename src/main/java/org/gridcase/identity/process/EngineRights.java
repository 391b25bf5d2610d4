package org.gridcase.identity.process;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.gridcase.identity.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What each role may do in the engine's own doors, as one table reviewed in code and written at every start. Working
 * on a task is not here: the engine grants it to the task's own {@code role@scope}.
 */
@Component
@Order(30)
class EngineRights implements ApplicationRunner {
    private record Right(Set<Role> roles, Resource resource, String id, List<Permission> permissions) {}

    private static final Set<Role> EVERYBODY = Set.of();
    private static final Set<Role> WATCHERS = Set.of(Role.SUPERVISOR, Role.ADMINISTRATOR);
    private static final Set<Role> AUTHORS = Set.of(Role.ANALYST, Role.APPROVER);
    private static final Set<Role> READERS = Set.of(Role.SUPERVISOR, Role.ADMINISTRATOR, Role.ANALYST, Role.APPROVER);

    private static final List<Right> RIGHTS = List.of(
            new Right(EVERYBODY, Resources.APPLICATION, "tasklist", List.of(ACCESS)),
            new Right(EVERYBODY, Resources.APPLICATION, "welcome", List.of(ACCESS)),
            new Right(EVERYBODY, Resources.FILTER, "*", List.of(READ)),
            new Right(EVERYBODY, Resources.PROCESS_DEFINITION, "report", List.of(READ, CREATE_INSTANCE)),
            new Right(EVERYBODY, Resources.PROCESS_DEFINITION, "case-handling", List.of(READ)),
            new Right(EVERYBODY, Resources.PROCESS_DEFINITION, "extension", List.of(READ)),
            new Right(EVERYBODY, Resources.PROCESS_DEFINITION, "suspension", List.of(READ)),
            new Right(EVERYBODY, Resources.PROCESS_DEFINITION, "appeal", List.of(READ)),
            new Right(EVERYBODY, Resources.PROCESS_INSTANCE, "*", List.of(CREATE)),
            new Right(READERS, Resources.APPLICATION, "cockpit", List.of(ACCESS)),
            new Right(AUTHORS, Resources.PROCESS_DEFINITION, "*", List.of(READ, READ_HISTORY)),
            new Right(READERS, Resources.DECISION_DEFINITION, "*", List.of(READ, READ_HISTORY)),
            new Right(READERS, Resources.DEPLOYMENT, "*", List.of(READ)),
            new Right(
                    WATCHERS, Resources.PROCESS_DEFINITION, "*", List.of(READ, READ_HISTORY, READ_INSTANCE, READ_TASK)),
            new Right(WATCHERS, Resources.TASK, "*", List.of(READ)),
            new Right(
                    Set.of(Role.ADMINISTRATOR),
                    Resources.OPERATION_LOG_CATEGORY,
                    "*",
                    List.of(UserOperationLogCategoryPermissions.READ)));

    private final AuthorizationService engine;

    EngineRights(AuthorizationService engine) {
        this.engine = engine;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        engine.createAuthorizationQuery().list().stream()
                .filter(present -> !onOneTask(present))
                .map(Authorization::getId)
                .forEach(engine::deleteAuthorization);
        RIGHTS.forEach(this::write);
    }

    private static boolean onOneTask(Authorization present) {
        return present.getResourceType() == Resources.TASK.resourceType()
                && !present.getResourceId().equals("*");
    }

    private void write(Right right) {
        if (right.roles().isEmpty()) {
            var global = engine.createNewAuthorization(AUTH_TYPE_GLOBAL);
            global.setUserId(Authorization.ANY);
            save(global, right);
        }
        right.roles().forEach(role -> {
            var grant = engine.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(role.code());
            save(grant, right);
        });
    }

    private void save(Authorization authorization, Right right) {
        authorization.setResource(right.resource());
        authorization.setResourceId(right.id());
        right.permissions().forEach(authorization::addPermission);
        engine.saveAuthorization(authorization);
    }
}
