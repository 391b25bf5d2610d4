package org.gridcase.desk.process;

import org.gridcase.shared.CaseId;

/** A case that stayed under its release, where it stood, and why. */
public record KeptCase(CaseId id, String number, Snag snag) {}
