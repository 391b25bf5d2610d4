package org.gridcase.identity.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as lists show it, without its secret.
 *
 * @param owner the account it acts for
 * @param usedOn the last day on which it opened something
 * @param revokedBy the account that ended it before its time
 */
public record DeployToken(
        UUID id,
        String owner,
        String name,
        Instant madeAt,
        Instant expiresAt,
        @Nullable LocalDate usedOn,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {

    boolean livesAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
