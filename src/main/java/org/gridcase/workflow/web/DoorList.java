package org.gridcase.workflow.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Method and path of every call that the engine's own doors answer. What could go round the task guard is not on it:
 * starting anything but {@code report}, BPMN errors, escalations, modification, deletion, variables, messages, jobs,
 * migration, deployments, users.
 */
class DoorList {
    private record Door(String method, Pattern path) {
        static Door of(String line) {
            int space = line.indexOf(' ');
            return new Door(line.substring(0, space), Pattern.compile(line.substring(space + 1)));
        }
    }

    private static final String ID = "[^/]+";
    private static final List<Door> ENGINE = Stream.of(
                    "GET /engine",
                    "GET /version",
                    "(GET|POST) /task(/count)?",
                    "GET /task/ID(/(form|rendered-form|form-variables|variables|localVariables|identity-links|deployed-form|comment|attachment))?",
                    "POST /task/ID/(claim|unclaim|complete|submit-form)",
                    "(GET|POST) /filter(/count)?",
                    "POST /filter/create",
                    "(GET|PUT|DELETE) /filter/ID",
                    "(GET|POST) /filter/ID/(list|singleResult|count)",
                    "GET /process-definition(/count|/statistics)?",
                    "GET /process-definition/(key/)?ID(/(xml|diagram|startForm|form-variables|rendered-form|deployed-start-form|statistics|static-called-process-definitions))?",
                    "POST /process-definition/(key/report|report:ID)/(start|submit-form)",
                    "(GET|POST) /process-instance(/count)?",
                    "GET /process-instance/ID(/(activity-instances|variables))?",
                    "GET /decision-definition(/count)?",
                    "GET /decision-definition/ID(/(xml|diagram))?",
                    "GET /decision-requirements-definition(/count|/ID(/(xml|diagram))?)?",
                    "GET /deployment(/count)?",
                    "GET /deployment/ID(/resources(/ID(/data)?)?)?",
                    "GET /incident(/count|/ID)?",
                    "(GET|POST) /job(/count)?",
                    "GET /job/ID(/stacktrace)?",
                    "(GET|POST) /job-definition(/count)?",
                    "(GET|POST) /execution(/count)?",
                    "(GET|POST) /variable-instance(/count)?",
                    "(GET|POST) /external-task(/count)?",
                    "GET /batch(/count|/statistics(/count)?)?",
                    "GET /user(/count)?",
                    "GET /user/ID/profile",
                    "GET /group(/count|/ID)?",
                    "GET /tenant(/count|/ID)?",
                    "GET /authorization/check",
                    "OPTIONS /(task|filter|user|group|tenant|authorization|deployment)(/.*)?",
                    "GET /identity/groups",
                    "GET /history/user-operation(/count)?",
                    "(GET|POST) /history/(activity-instance|task|process-instance|incident|decision-instance|variable-instance|detail|job-log)(/count)?",
                    "GET /history/process-instance/ID",
                    "GET /history/process-definition/ID/statistics",
                    "GET /(case-definition|case-instance|schema/log)(/count)?",
                    "POST /schema/log",
                    "GET /metrics/.*")
            .map(line -> Door.of(line.replace("ID", ID)))
            .toList();

    private static final List<Door> WEB_APPS = Stream.of(
                    "GET /(cockpit|tasklist|welcome|admin)/plugin/.*",
                    "POST /cockpit/plugin/base/default/(process-definition|process-instance|incident|called-process-instance|called-process-definition)(/.*)?",
                    "POST /cockpit/plugin/base/default/(process-definitions-with-finished-process-instances|query/ID|.*query.*)(/.*)?",
                    "GET /admin/auth/user/default",
                    "POST /admin/auth/user/default/(login/ID|logout)",
                    "POST /cockpit/plugin/base/default/session.*")
            .map(line -> Door.of(line.replace("ID", ID)))
            .toList();

    boolean admits(String method, String uri) {
        if (uri.contains("..") || uri.contains(";") || uri.contains("//") || uri.contains("%")) {
            return false;
        }
        String path = uri.length() > 1 && uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        for (String prefix : List.of(
                "/engine-rest/engine/default",
                "/engine-rest",
                "/camunda/api/engine/engine/default",
                "/camunda/api/engine")) {
            if (path.startsWith(prefix + "/")) {
                return open(ENGINE, method, path.substring(prefix.length()));
            }
        }
        return path.startsWith("/camunda/api/") && open(WEB_APPS, method, path.substring("/camunda/api".length()));
    }

    private static boolean open(List<Door> doors, String method, String path) {
        return doors.stream()
                .anyMatch(door -> method.matches(door.method())
                        && door.path().matcher(path).matches());
    }
}
