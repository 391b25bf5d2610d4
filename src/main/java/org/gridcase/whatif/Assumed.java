package org.gridcase.whatif;

/**
 * What an analyst assumes of a step that nobody has ever done.
 *
 * @param minutes how long somebody works at it
 * @param role who does it; empty: as the model says
 */
public record Assumed(int minutes, String role) {
    static final Assumed USUAL = new Assumed(15, "");
}
