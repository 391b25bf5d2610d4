package org.gridcase.intake;

import java.util.List;
import org.gridcase.casework.Entry;
import org.gridcase.casework.Stage;
import org.jspecify.annotations.Nullable;

/** Why a case that is being handled takes longer, as the public is told; by whom and for what reason is the city's. */
public enum Delay {
    EXTENDED,
    SUSPENDED;

    private static final String GRANTED = "GRANTED";

    /** Reads it off the timeline; none if it takes no longer. */
    static @Nullable Delay of(Stage stage, List<Entry> timeline) {
        boolean extended = false;
        boolean suspended = false;
        for (Entry entry : timeline) {
            boolean granted = GRANTED.equals(entry.detail().get("request"));
            switch (entry.move()) {
                case EXTEND -> extended |= granted;
                case SUSPEND -> suspended |= granted;
                case RESUME, HANDLE -> suspended = false;
                case SEND_BACK, FILE -> {
                    extended = false;
                    suspended = false;
                }
                default -> {}
            }
        }
        if (stage != Stage.HANDLING) {
            return null;
        }
        return suspended ? SUSPENDED : extended ? EXTENDED : null;
    }
}
