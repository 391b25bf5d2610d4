package org.gridcase.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorListTests {
    private final DoorList doors = new DoorList();

    @ParameterizedTest
    @CsvSource({
        "GET, /engine-rest/task",
        "GET, /engine-rest/engine/default/task",
        "POST, /engine-rest/task/x/complete",
        "POST, /engine-rest/process-definition/key/report/start",
        "GET, /camunda/api/engine/engine/",
        "POST, /camunda/api/engine/engine/default/process-definition/report:1:x/submit-form",
        "POST, /camunda/api/engine/engine/default/task/x/claim",
        "POST, /camunda/api/cockpit/plugin/base/default/process-instance/count",
        "GET, /camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js"
    })
    void whatTheWebAppsCallIsOpen(String method, String path) {
        assertThat(doors.admits(method, path, true)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /process-definition/key/case-handling/start",
        "POST, /process-definition/key/report/tenant-id/410102/start",
        "POST, /process-definition/case-handling:1:x/submit-form",
        "POST, /process-definition/x/restart",
        "PUT, /process-definition/suspended",
        "POST, /message",
        "POST, /signal",
        "POST, /condition",
        "POST, /task/x/bpmnError",
        "POST, /task/x/bpmnEscalation",
        "POST, /task/x/resolve",
        "POST, /task/x/delegate",
        "POST, /task/x/assignee",
        "POST, /task/x/identity-links",
        "POST, /task/create",
        "POST, /task/x/comment/create",
        "PUT, /task/x",
        "DELETE, /task/x",
        "PUT, /task/x/variables/y",
        "POST, /task/x/variables",
        "PATCH, /task/x/variables",
        "DELETE, /task/x/localVariables/y",
        "PUT, /process-instance/x/variables/y",
        "POST, /process-instance/x/variables",
        "POST, /process-instance/variables-async",
        "POST, /process-instance/x/modification",
        "POST, /process-instance/x/modification-async",
        "POST, /modification/execute",
        "DELETE, /process-instance/x",
        "POST, /process-instance/delete",
        "PUT, /process-instance/x/suspended",
        "POST, /execution/x/signal",
        "PUT, /execution/x/localVariables/y",
        "POST, /execution/x/messageSubscriptions/y/trigger",
        "POST, /job/x/execute",
        "PUT, /job/x/retries",
        "PUT, /job/x/duedate",
        "PUT, /job-definition/suspended",
        "POST, /external-task/fetchAndLock",
        "POST, /migration/execute",
        "DELETE, /deployment/x",
        "POST, /decision-definition/key/minor-event/evaluate",
        "POST, /filter/create",
        "PUT, /filter/x",
        "DELETE, /filter/x",
        "POST, /user/create",
        "PUT, /user/x/profile",
        "PUT, /user/x/credentials",
        "PUT, /group/x/members/y",
        "POST, /authorization/create",
        "GET, /authorization",
        "POST, /identity/verify",
        "POST, /batch/x/suspended",
        "POST, /history/cleanup",
        "POST, /history/process-instance/delete",
        "GET, /history/variable-instance",
        "GET, /metrics/job-successful/sum",
        "GET, /schema/log",
        "GET, /telemetry/data",
        "HEAD, /task",
        "TRACE, /task"
    })
    void whatGoesRoundTheGuardIsShutAtBothApis(String method, String path) {
        assertThat(doors.admits(method, "/engine-rest" + path, true)).isFalse();
        assertThat(doors.admits(method, "/engine-rest/engine/default" + path, true))
                .isFalse();
        assertThat(doors.admits(method, "/camunda/api/engine/engine/default" + path, true))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /engine-rest/deployment/create, true",
        "GET, /engine-rest/deployment/create, true",
        "PUT, /engine-rest/deployment/create, false",
        "POST, /engine-rest/deployment/create/, false",
        "POST, /engine-rest/engine/default/deployment/create, false",
        "POST, /camunda/api/engine/engine/default/deployment/create, false",
        "POST, /engine-rest/deployment//create, false",
        "POST, /engine-rest/deployment/cre%61te, false"
    })
    void aDeploymentComesInByOneSpellingOnly(String method, String path, boolean open) {
        assertThat(doors.admits(method, path, true)).isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest",
                "/engine-rest/",
                "/engine-rest//task",
                "/engine-rest/task;x=1",
                "/engine-rest/./task",
                "/engine-rest/x/../task",
                "/engine-rest/t%61sk",
                "/engine-rest/task%2Fcount",
                "/engine-rest/TASK",
                "/camunda/api/engine/engine/other/task",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/auth/user/default/login/tasklist"
            })
    void onlyThePlainestSpellingIsKnown(String path) {
        assertThat(doors.admits("GET", path, true)).isFalse();
        assertThat(doors.admits("POST", path, true)).isFalse();
    }
}
