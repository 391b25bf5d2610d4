package org.gridcase.desk.my;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.gridcase.identity.Actors;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.SubmissionRefused;
import org.gridcase.workflow.TaskInbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what phones send, each submission once however often it comes. */
@Component
@Transactional
class Submissions {
    private record Taken(String staff, String task, UUID caseId) {}

    private final TaskInbox inbox;
    private final Actors actors;
    private final JdbcClient jdbc;
    private final Clock clock;

    Submissions(TaskInbox inbox, Actors actors, JdbcClient jdbc, Clock clock) {
        this.inbox = inbox;
        this.actors = actors;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Completes the task, unless this very submission already has.
     *
     * @return its case
     * @throws SubmissionRefused if the task is gone or not theirs
     * @throws SubmissionKeyReused if somebody else, or another task, had that key
     */
    CaseId complete(String account, String taskId, Sent sent) {
        var before = taken(sent.submission());
        if (before.isPresent()) {
            return same(before.get(), account, taskId);
        }
        var actor = actors.of(account);
        var task = inbox.find(actor, taskId);
        if (task.isEmpty() || !remember(account, taskId, task.get().caseId(), sent.submission())) {
            // its twin may have been accepted while this one waited
            return same(taken(sent.submission()).orElseThrow(SubmissionRefused::gone), account, taskId);
        }
        inbox.complete(actor, taskId, sent.values());
        return task.get().caseId();
    }

    /** Waits for a twin on its way; false if that one was accepted. */
    private boolean remember(String account, String taskId, CaseId caseId, UUID submission) {
        return jdbc.sql("""
                        insert into submission (id, staff, task, case_id, at) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(
                                submission,
                                account,
                                taskId,
                                caseId.value(),
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Optional<Taken> taken(UUID submission) {
        return jdbc.sql("select staff, task, case_id from submission where id = ?")
                .param(submission)
                .query((row, n) ->
                        new Taken(row.getString("staff"), row.getString("task"), row.getObject("case_id", UUID.class)))
                .optional();
    }

    private static CaseId same(Taken taken, String account, String taskId) {
        if (!taken.staff().equals(account) || !taken.task().equals(taskId)) {
            throw SubmissionKeyReused.here();
        }
        return new CaseId(taken.caseId());
    }
}
