package org.gridcase.intake;

import org.gridcase.shared.CaseId;

/**
 * What the reporter gets.
 *
 * @param number to read out on the phone
 * @param secret opens the page on which the case is followed
 */
public record Receipt(CaseId caseId, String number, String secret) {}
