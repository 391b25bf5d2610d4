package org.gridcase.clock;

import org.gridcase.casework.Timekeeper.Passage;

/** Says, when a unit's time starts, after which share of it the lamp turns yellow; whoever knows more may say sooner. */
public interface YellowShare {

    /** @param share as the stage's limit has it */
    double of(Passage passage, double share);
}
