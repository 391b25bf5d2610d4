package org.gridcase.identity.roster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of everybody with Keycloak.
 *
 * @param cause {@code first}, {@code nightly}, {@code asked}, {@code gap} or {@code group}
 * @param expected how many people Keycloak counted at its beginning
 * @param position how many were read
 * @param everybodyRead what is left are those whom it did not meet
 * @param failure why it was given up
 */
public record Reconcile(
        long id,
        String cause,
        @Nullable String askedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        int expected,
        int position,
        boolean everybodyRead,
        int changed,
        int gone,
        @Nullable String failure) {}
