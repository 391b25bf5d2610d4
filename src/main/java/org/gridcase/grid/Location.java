package org.gridcase.grid;

import org.jspecify.annotations.Nullable;

/** The codes of all areas a point lies in. */
public record Location(
        String district,
        String street,
        String community,
        String grid,
        @Nullable String dedicated,
        @Nullable String micro) {}
