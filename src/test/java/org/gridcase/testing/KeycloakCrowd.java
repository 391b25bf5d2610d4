package org.gridcase.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Many people in Keycloak, each a grid worker of a grid of their own; none can sign in. */
public final class KeycloakCrowd {
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeycloakCrowd() {}

    public static String account(int number) {
        return "crowd%06d".formatted(number);
    }

    public static String scope(int number) {
        return "410102001%06d".formatted(number);
    }

    /** Groups go with the realm, people into a file beside it, which Keycloak reads a few at a time. */
    static void write(ObjectNode realm, Path folder, int people) throws IOException {
        var groups = realm.withArray("/groups");
        var crowd = JSON.createObjectNode().put("realm", "gridcase");
        var users = crowd.putArray("users");
        for (int number = 0; number < people; number++) {
            groups.addObject().put("name", "grid-worker@" + scope(number));
            users.addObject()
                    .put("username", account(number))
                    .put("enabled", true)
                    .put("firstName", "一")
                    .put("lastName", "网格员")
                    .putArray("groups")
                    .add("/grid-worker@" + scope(number));
        }
        Path file = folder.resolve("gridcase-users-0.json");
        Files.deleteIfExists(file);
        if (people > 0) {
            JSON.writeValue(file.toFile(), crowd);
        }
    }
}
