package org.gridcase.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Many people in Keycloak, each a grid worker of a grid of their own; none can sign in. */
public final class KeycloakCrowd {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 500;

    private KeycloakCrowd() {}

    public static String account(int number) {
        return "crowd%06d".formatted(number);
    }

    public static String scope(int number) {
        return "410102001%06d".formatted(number);
    }

    /** What is told of their coming is forgotten. */
    public static void enter(KeycloakAdmin admin, int people) {
        for (int first = 0; first < people; first += AT_ONCE) {
            admin.send(
                    "POST",
                    "/partialImport",
                    some(first, Math.min(first + AT_ONCE, people)).toString());
        }
        admin.send("DELETE", "/admin-events", "");
    }

    private static ObjectNode some(int first, int end) {
        var some = JSON.createObjectNode().put("ifResourceExists", "SKIP");
        var groups = some.putArray("groups");
        var users = some.putArray("users");
        for (int number = first; number < end; number++) {
            groups.addObject().put("name", "grid-worker@" + scope(number));
            users.addObject()
                    .put("username", account(number))
                    .put("enabled", true)
                    .put("firstName", "一")
                    .put("lastName", "网格员")
                    .putArray("groups")
                    .add("/grid-worker@" + scope(number));
        }
        return some;
    }
}
