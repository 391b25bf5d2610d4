package org.gridcase.catalogue;

/**
 * A row of the filing standard (立案标准); no case is filed or closed without one.
 *
 * @param code the class' service code and a number: {@code M06010-1}
 * @param condition when it applies (立案条件)
 * @param closing what must be true to close (结案条件)
 * @param sample whether the limit is only an example that the city has yet to set
 */
public record FilingRow(
        String code,
        String serviceCode,
        String condition,
        Limit limit,
        String closing,
        UnitKind unit,
        boolean sample) {}
