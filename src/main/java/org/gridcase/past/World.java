package org.gridcase.past;

import java.time.ZoneId;
import org.gridcase.catalogue.FilingRows;
import org.gridcase.clock.TimeRules;
import org.gridcase.policy.Precedents;

/** What a past is told from: the city, its people and its rules as they are now. */
record World(
        long seed,
        ZoneId zone,
        Ground ground,
        Crew crew,
        Commonness common,
        Pace pace,
        Rhythm rhythm,
        Precedents precedents,
        TimeRules times,
        FilingRows standard,
        int catalogueVersion) {}
