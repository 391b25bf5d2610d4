package org.gridcase.identity.roster;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Keycloak tells of a change made to its people or groups. */
record Change(
        String id,
        long time,
        @Nullable String operationType,
        @Nullable String resourceType,
        @Nullable String resourcePath) {
    private static final Pattern OF_ONE = Pattern.compile("(users|groups)/([^/]+)(/.*)?");

    Instant at() {
        return Instant.ofEpochMilli(time);
    }

    /** Whose account or membership it is. */
    Optional<String> person() {
        return named("users");
    }

    /** A group that has got another name, perhaps. */
    Optional<String> alteredGroup() {
        return "GROUP".equals(resourceType) && "UPDATE".equals(operationType) ? named("groups") : Optional.empty();
    }

    /** Who was in it is not told. */
    boolean removesGroup() {
        return "GROUP".equals(resourceType) && "DELETE".equals(operationType);
    }

    private Optional<String> named(String kind) {
        var path = OF_ONE.matcher(resourcePath == null ? "" : resourcePath);
        return path.matches() && path.group(1).equals(kind) ? Optional.of(path.group(2)) : Optional.empty();
    }
}
