package org.gridcase.casework;

import java.time.Instant;
import org.gridcase.shared.CaseId;

/** A report became a case. */
public record CaseReported(CaseId id, String district, Instant at) {}
