package org.gridcase.desk.form;

import org.gridcase.clock.Countdown;
import org.jspecify.annotations.Nullable;

/**
 * A task's case as the card in a list shows it.
 *
 * @param task the engine's id of the task
 * @param words the class, or how the report begins while nobody has said one
 * @param watched a supervisor wants to know how it goes
 * @param timed whether a limit could run at all
 * @param left none while no limit runs
 */
record TaskCard(
        String task,
        String number,
        String words,
        String place,
        boolean watched,
        boolean timed,
        @Nullable Countdown left) {}
