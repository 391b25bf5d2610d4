package org.gridcase.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stuck case, in the reader's words.
 *
 * @param holders whose task nobody holds
 * @param places where its token could be put
 * @param ended whether there is nothing left to annul
 */
record StuckLine(
        String id,
        String number,
        String stage,
        String activity,
        String since,
        @Nullable String job,
        @Nullable String task,
        @Nullable String holders,
        List<Choice> places,
        boolean ended) {}
