package org.gridcase.casework;

import java.util.List;
import java.util.Set;
import org.gridcase.shared.CaseId;

/** Walks a case along a timeline, for tests outside of this module: it refuses what no case may do. */
public final class Replay {
    private static final Set<Move> CHANGES_NO_STAGE =
            Set.of(Move.REPORT, Move.EXTEND, Move.SUSPEND, Move.RESUME, Move.APPEAL);

    private Replay() {}

    /** Where each line of it leaves the case. */
    public static List<Stage> stages(CaseId id, List<Entry> timeline) {
        var it = Case.reported(id, "410102", 1, timeline.get(0).at());
        return timeline.stream()
                .map(entry -> {
                    if (!CHANGES_NO_STAGE.contains(entry.move())) {
                        it.move(entry.move(), entry.at());
                    }
                    return it.stage;
                })
                .toList();
    }
}
