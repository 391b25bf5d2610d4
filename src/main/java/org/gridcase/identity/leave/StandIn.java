package org.gridcase.identity.leave;

import java.time.LocalDate;

/** For whom somebody stands in at present, and until when. */
public record StandIn(String lender, String name, LocalDate lastDay) {}
