package org.gridcase.privacy;

import java.time.Instant;

/**
 * What somebody typed, as they typed it.
 *
 * @param part {@code DESCRIPTION}, {@code ADDRESS}, or the move on the timeline whose reason it is
 * @param saidBy an account, or {@code resident}
 */
public record PersonalText(String part, String saidBy, String words, Instant saidAt) {
    public static final String DESCRIPTION = "DESCRIPTION";
    public static final String ADDRESS = "ADDRESS";
}
