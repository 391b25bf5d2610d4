package org.gridcase.identity.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

@CityTest
class EngineRightsTests {
    @Autowired
    EngineRights rights;

    @Autowired
    AuthorizationService engine;

    @Autowired
    Flow flow;

    @Test
    void everyStartWritesTheTableAndNothingElseOutlivesIt() {
        flow.run(flow.report("权限表", "L01001").caseId());
        List<String> reviewed = all();
        assertThat(reviewed)
                .contains("grant supervisor - PROCESS_DEFINITION *", "global - * APPLICATION tasklist")
                .noneMatch(right -> right.startsWith("global") && right.contains("cockpit"));
        List<String> tasks = onTasks();
        assertThat(tasks).isNotEmpty();
        var planted = engine.createNewAuthorization(AUTH_TYPE_GRANT);
        planted.setGroupId("grid-worker");
        planted.setResource(Resources.PROCESS_INSTANCE);
        planted.setResourceId("*");
        planted.addPermission(Permissions.ALL);
        engine.saveAuthorization(planted);
        var widened = engine.createNewAuthorization(AUTH_TYPE_GLOBAL);
        widened.setUserId("*");
        widened.setResource(Resources.APPLICATION);
        widened.setResourceId("cockpit");
        widened.addPermission(Permissions.ACCESS);
        engine.saveAuthorization(widened);

        rights.run(new DefaultApplicationArguments());

        assertThat(all()).containsExactlyInAnyOrderElementsOf(reviewed);
        assertThat(onTasks()).as("whoever has a task keeps it").containsExactlyInAnyOrderElementsOf(tasks);
    }

    private List<String> all() {
        return engine.createAuthorizationQuery().list().stream()
                .filter(right -> !isOnATask(right))
                .map(EngineRightsTests::told)
                .toList();
    }

    private List<String> onTasks() {
        return engine.createAuthorizationQuery().list().stream()
                .filter(EngineRightsTests::isOnATask)
                .map(Authorization::getId)
                .toList();
    }

    private static boolean isOnATask(Authorization right) {
        return right.getResourceType() == Resources.TASK.resourceType()
                && !right.getResourceId().equals("*");
    }

    private static String told(Authorization right) {
        String kind = right.getAuthorizationType() == AUTH_TYPE_GLOBAL ? "global" : "grant";
        return kind + " " + or(right.getGroupId()) + " " + or(right.getUserId()) + " "
                + Resources.values()[resource(right)] + " " + right.getResourceId();
    }

    private static int resource(Authorization right) {
        for (Resources one : Resources.values()) {
            if (one.resourceType() == right.getResourceType()) {
                return one.ordinal();
            }
        }
        throw new IllegalStateException(right.toString());
    }

    private static String or(String name) {
        return name == null ? "-" : name;
    }
}
