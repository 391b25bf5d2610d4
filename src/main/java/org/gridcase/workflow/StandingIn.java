package org.gridcase.workflow;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** For whom somebody who stands in does what this thread is doing. */
public final class StandingIn {
    private static final ThreadLocal<Optional<String>> LENDER = ThreadLocal.withInitial(Optional::empty);

    private StandingIn() {}

    public static Optional<String> lender() {
        return LENDER.get();
    }

    /** @param lender nobody if it is done in one's own right */
    public static <T> T inPlaceOf(@Nullable String lender, Supplier<T> work) {
        Optional<String> outer = LENDER.get();
        LENDER.set(Optional.ofNullable(lender));
        try {
            return work.get();
        } finally {
            if (outer.isEmpty()) {
                LENDER.remove();
            } else {
                LENDER.set(outer);
            }
        }
    }
}
