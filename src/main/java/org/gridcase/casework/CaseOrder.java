package org.gridcase.casework;

/** How a list of cases is sorted; equal times by id, so that pages never overlap. */
public enum CaseOrder {
    /** The last reported first. */
    NEWEST,
    /** The first to be due first, and those without a limit after them. */
    DUE
}
