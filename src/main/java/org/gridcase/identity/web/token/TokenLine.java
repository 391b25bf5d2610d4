package org.gridcase.identity.web.token;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as its page shows it, in the city's time.
 *
 * @param state key of how it stands
 */
record TokenLine(
        UUID id,
        String owner,
        String name,
        String made,
        String ends,
        @Nullable String used,
        String state,
        boolean alive) {}
