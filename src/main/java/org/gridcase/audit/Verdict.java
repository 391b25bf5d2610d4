package org.gridcase.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a walk along the chain found.
 *
 * @param entries how many are as they were written, before the first that is not
 * @param days on which they were written
 * @param hash the last sound row's: who keeps it elsewhere can tell later that nobody wrote the chain anew
 * @param flaw where the chain breaks; none if it does not
 */
public record Verdict(
        long entries, int days, String hash, @Nullable Flaw flaw) {

    /** A day walked to its end, all of it sound. */
    public record Day(LocalDate day, long entries, long last, String hash) {}

    public boolean sound() {
        return flaw == null;
    }
}
