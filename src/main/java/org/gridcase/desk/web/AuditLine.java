package org.gridcase.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit as its page shows it.
 *
 * @param who their name, or the account if it has none
 * @param subject a case's number where it is a case, else its id
 * @param link to what it was done to, if that has a page
 * @param told its details, each as {@code name value}
 */
record AuditLine(
        long number,
        String at,
        String account,
        String who,
        String action,
        String kind,
        String subject,
        @Nullable String link,
        @Nullable String reason,
        List<String> told,
        boolean erased) {}
