package org.gridcase.identity.roster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the asking has come.
 *
 * @param toldTo Keycloak's time up to which changes are taken over; none before the first reconcile
 * @param anchor the newest of them
 * @param heardAt our time of the last such success
 * @param wanted why everybody is to be reconciled
 * @param deaf Keycloak does not tell of changes
 */
record RosterTurn(
        @Nullable Instant toldTo,
        @Nullable String anchor,
        @Nullable Instant anchorAt,
        @Nullable Instant heardAt,
        @Nullable Instant failingSince,
        @Nullable String failure,
        @Nullable String wanted,
        @Nullable String askedBy,
        boolean deaf) {}
