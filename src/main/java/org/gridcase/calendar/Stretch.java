package org.gridcase.calendar;

import java.time.Instant;

/** Time that counts without a break. */
public record Stretch(Instant from, Instant to) {}
