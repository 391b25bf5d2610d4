package org.gridcase.workflow.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Method and path of every call that the engine's own doors answer. What could go round the task guard is not on it:
 * starting anything but {@code report}, BPMN errors, escalations, modification, deletion, variables, messages, jobs,
 * migration, users; nor the engine's own door for deployments, in whose place stands one that makes drafts.
 */
class DoorList {
    private record Door(Pattern method, Pattern path) {
        static Door of(String line) {
            int space = line.indexOf(' ');
            return new Door(Pattern.compile(line.substring(0, space)), Pattern.compile(line.substring(space + 1)));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }

        boolean admits(String method, String path) {
            return this.method.matcher(method).matches()
                    && this.path.matcher(path).matches();
        }
    }

    private static final Pattern DISGUISED = Pattern.compile("\\.\\.|;|//|/\\./|\\\\|%(?!40|3A|2C)");
    private static final List<String> PREFIXES = List.of(
            "/engine-rest/engine/default", "/engine-rest", "/camunda/api/engine/engine/default", "/camunda/api/engine");

    private static final String ID = "[^/]+";

    /** In this spelling alone: any other would lead past ours to the engine's own. */
    private static final String DEPLOYMENTS = "/engine-rest/deployment/create";

    /** Known to both APIs. */
    private static final List<Door> ENGINE = doors(
            "GET /(engine|version)",
            "(GET|POST) /task(/count)?",
            "GET /task/report/candidate-group-count",
            "GET /task/ID(/(form|rendered-form|form-variables|deployed-form|variables|localVariables|identity-links|comment|attachment))?",
            "POST /task/ID/(claim|unclaim|complete|submit-form)",
            "GET /filter(/count)?",
            "GET /filter/ID",
            "(GET|POST) /filter/ID/(list|singleResult|count)",
            "OPTIONS /filter(/ID)?",
            "GET /process-definition(/count|/statistics)?",
            "GET /process-definition/(key/)?ID(/(xml|startForm|form-variables|rendered-form|deployed-start-form|statistics|static-called-process-definitions))?",
            "POST /process-definition/(key/report|report:ID)/(start|submit-form)",
            "(GET|POST) /process-instance(/count)?",
            "GET /process-instance/ID(/activity-instances)?",
            "POST /variable-instance(/count)?",
            "POST /external-task(/count)?",
            "GET /(decision|decision-requirements)-definition(/count|/ID(/xml)?)?",
            "GET /case-definition/count",
            "GET /deployment(/count|/ID(/resources(/ID(/data)?)?)?)?",
            "POST /history/task/count",
            "GET /user(/count|/ID/profile)?",
            "(GET|POST) /group(/count)?",
            "GET /tenant(/count)?",
            "GET /authorization/check",
            "GET /identity/(groups|password-policy)");

    /** What Cockpit asks, and nobody else needs to. */
    private static final List<Door> WATCHERS = doors(
            "GET /job(/count|/ID(/stacktrace)?)?",
            "GET /job-definition(/count)?",
            "GET /incident(/count)?",
            "GET /(batch/statistics|history/batch)(/count)?",
            "GET /history/user-operation(/count)?");

    /** Known to the web apps alone. */
    private static final List<Door> WEB_APPS = doors(
            "GET /(cockpit|tasklist|welcome)/plugin/ID/static/.+",
            "GET /cockpit/plugin/base/default/process-definition/statistics(-count)?",
            "POST /cockpit/plugin/base/default/process-definition/ID/called-process-definitions",
            "POST /cockpit/plugin/base/default/(process-instance|incident)(/count)?",
            "POST /cockpit/plugin/base/default/process-instance/ID/called-process-instances",
            "GET /admin/auth/user/default",
            "POST /admin/auth/user/default/logout");

    private static List<Door> doors(String... lines) {
        return Stream.of(lines).map(line -> Door.of(line.replace("ID", ID))).toList();
    }

    /**
     * @param uri as sent: only its plainest spelling is known here
     * @param watching whether Cockpit is open to the caller
     */
    boolean admits(String method, String uri, boolean watching) {
        if (DISGUISED.matcher(uri).find()) {
            return false;
        }
        if (takesDeployments(method, uri)) {
            return true;
        }
        String path = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        return PREFIXES.stream()
                        .filter(prefix -> path.startsWith(prefix + "/"))
                        .findFirst()
                        .map(prefix -> path.substring(prefix.length()))
                        .map(rest -> open(ENGINE, method, rest) || watching && open(WATCHERS, method, rest))
                        .orElse(false)
                || path.startsWith("/camunda/api/") && open(WEB_APPS, method, path.substring("/camunda/api".length()));
    }

    /** Whether it is the door at which a deployment becomes a draft. */
    static boolean takesDeployments(String method, String uri) {
        return method.equals("POST") && uri.equals(DEPLOYMENTS);
    }

    /** Where models would go past the policy release that puts them into force. */
    static boolean deploys(String uri) {
        return uri.endsWith("/deployment/create");
    }

    /** Every entry as it is written above, to be gone through one by one. */
    static Stream<String> entries() {
        return Stream.of(ENGINE, WATCHERS, WEB_APPS).flatMap(List::stream).map(Door::toString);
    }

    private static boolean open(List<Door> doors, String method, String path) {
        return doors.stream().anyMatch(door -> door.admits(method, path));
    }
}
