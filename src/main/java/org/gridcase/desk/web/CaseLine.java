package org.gridcase.desk.web;

import org.gridcase.casework.Stage;
import org.gridcase.clock.Lamp;
import org.jspecify.annotations.Nullable;

/**
 * A case as lists and the head of its page show it, in the reader's language.
 *
 * @param due when its limit ends; none as long as none runs
 * @param waiting the unit policy proposes, while it waits to be dispatched
 * @param watched whether a supervisor has it under watch
 */
record CaseLine(
        String id,
        String number,
        String stageName,
        Stage stage,
        Lamp lamp,
        String className,
        String words,
        String place,
        @Nullable String address,
        @Nullable String unit,
        @Nullable String waiting,
        String reported,
        @Nullable String due,
        boolean watched) {}
