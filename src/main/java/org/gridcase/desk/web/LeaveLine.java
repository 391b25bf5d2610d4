package org.gridcase.desk.web;

import org.jspecify.annotations.Nullable;

/**
 * An absence as a line of the list.
 *
 * @param substitute who stands in, in words
 * @param state how far it has come, as a key's last part
 * @param mine whether it is the reader's own
 * @param open whether the reader may end it or have somebody else stand in
 */
record LeaveLine(
        String id,
        String account,
        String who,
        @Nullable String substitute,
        String first,
        String last,
        String reason,
        String enteredBy,
        String state,
        boolean mine,
        boolean open) {}
