package org.gridcase.clock;

import org.gridcase.catalogue.Limit;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may ask for now.
 *
 * @param most the highest amount; none for an appeal
 */
public record TimeOffer(TimeMove move, @Nullable Limit most) {}
