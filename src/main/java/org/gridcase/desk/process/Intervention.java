package org.gridcase.desk.process;

/**
 * Who sets something right, and why.
 *
 * @param administrator an account that holds the role
 * @param reason in their words
 */
public record Intervention(String administrator, String reason) {

    /** @throws InterventionRefused without a reason, or with one nobody will read to its end */
    public Intervention {
        reason = reason.strip();
        if (reason.isEmpty() || reason.length() > InterventionRefused.LONGEST_REASON) {
            throw InterventionRefused.withoutReason();
        }
    }
}
