package org.gridcase.forecast;

import java.time.Instant;

/** What was learnt, when and from how many cases. */
record Model(int version, Instant learntAt, int cases, Weights weights, Measures measures) {}
