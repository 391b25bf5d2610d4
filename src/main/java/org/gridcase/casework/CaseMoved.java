package org.gridcase.casework;

import java.time.Instant;
import org.gridcase.shared.CaseId;

/** Something happened to a case; {@code stage} is where it stands since. */
public record CaseMoved(CaseId id, Move move, Stage stage, Instant at) {}
