package org.gridcase.desk.process;

import org.jspecify.annotations.Nullable;

/**
 * Why a process cannot go on under another release.
 *
 * @param process its key
 * @param activity where it stands, as the model calls it; none if that does not matter
 * @param key of a sentence; what else the engine says is its own words, not a key
 */
public record Snag(String process, @Nullable String activity, String key) {}
