package org.gridcase.catalogue;

/** The columns of the filing standard's spreadsheet, in their order. */
enum FilingColumn {
    CODE,
    SERVICE_CODE,
    /** only for the reader, yet it must be right: a wrong name means that a code slipped */
    CLASS_NAME,
    CONDITION,
    AMOUNT,
    LIMIT_KIND,
    CLOSING,
    UNIT,
    SAMPLE
}
