package org.gridcase.intake;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gridcase.casework.Entry;

/** Reads off a timeline when each milestone was reached; what was sent back has not been reached. */
final class Progress {
    private final Map<Milestone, Instant> reached = new EnumMap<>(Milestone.class);

    private Progress() {}

    static List<Followed.Passed> along(List<Milestone> path, List<Entry> timeline) {
        var progress = new Progress();
        timeline.forEach(progress::take);
        return path.stream()
                .map(milestone -> new Followed.Passed(milestone, progress.reached.get(milestone)))
                .toList();
    }

    private void take(Entry entry) {
        var behind = Milestone.behind(entry.stage());
        if (behind.isEmpty()) {
            return;
        }
        reached.keySet().retainAll(behind);
        behind.forEach(milestone -> reached.putIfAbsent(milestone, entry.at()));
    }
}
