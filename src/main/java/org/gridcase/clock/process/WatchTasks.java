package org.gridcase.clock.process;

import java.util.Set;
import org.gridcase.clock.Watches;
import org.gridcase.workflow.Outcome;
import org.gridcase.workflow.Submission;
import org.gridcase.workflow.SubmissionRefused;
import org.gridcase.workflow.TaskCompletion;
import org.springframework.stereotype.Component;

/** Completes the tasks of a watch: reply, and judge the reply. */
@Component
class WatchTasks implements TaskCompletion {
    private static final String REPLY = "replyToWatch";
    private static final String JUDGE = "judgeWatch";
    private static final String SETTLED = "settled";
    private static final String AGAIN = "again";

    private final Watches watches;

    WatchTasks(Watches watches) {
        this.watches = watches;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(REPLY, JUDGE);
    }

    @Override
    public Outcome complete(Submission it) {
        return switch (it.task()) {
            case REPLY -> reply(it);
            case JUDGE -> judge(it);
            default -> throw SubmissionRefused.unknownTask(it.task());
        };
    }

    private Outcome reply(Submission it) {
        watches.reply(it.caseId(), it.actor(), it.requiredText("reply", Watches.LONGEST_WORDS));
        return Outcome.of("replied");
    }

    private Outcome judge(Submission it) {
        String way = it.choice("outcome", Set.of(SETTLED, AGAIN));
        if (way.equals(SETTLED)) {
            watches.settle(it.caseId(), it.actor(), it.text("reason").orElse(null));
        } else {
            watches.askAgain(it.caseId(), it.actor(), it.requiredText("reason", Watches.LONGEST_WORDS));
        }
        return Outcome.of(way);
    }
}
