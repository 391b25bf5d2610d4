package org.gridcase.casework;

import org.gridcase.shared.CaseId;

/**
 * A case just opened.
 *
 * @param number as people read it out: {@code GC20261123-000017}
 * @param secret whoever knows it may follow the case without an account; kept only as a hash
 */
public record Opened(CaseId id, String number, String secret) {}
