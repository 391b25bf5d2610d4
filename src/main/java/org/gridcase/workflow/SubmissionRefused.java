package org.gridcase.workflow;

import org.gridcase.shared.Refusal;

/** A form was filled in wrongly, or the task is not this person's to complete. */
public class SubmissionRefused extends Refusal {

    private SubmissionRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    public static SubmissionRefused missing(String field) {
        return new SubmissionRefused(Kind.INVALID, "workflow.field.missing", field);
    }

    public static SubmissionRefused tooLong(String field, int limit) {
        return new SubmissionRefused(Kind.INVALID, "workflow.field.tooLong", field, limit);
    }

    public static SubmissionRefused notAChoice(String field) {
        return new SubmissionRefused(Kind.INVALID, "workflow.field.notAChoice", field);
    }

    public static SubmissionRefused unknownField(String field) {
        return new SubmissionRefused(Kind.INVALID, "workflow.field.unknown", field);
    }

    public static SubmissionRefused notYours() {
        return new SubmissionRefused(Kind.FORBIDDEN, "workflow.task.notYours");
    }

    public static SubmissionRefused heldBy(String assignee) {
        return new SubmissionRefused(Kind.CONFLICT, "workflow.task.heldBy", assignee);
    }

    public static SubmissionRefused gone() {
        return new SubmissionRefused(Kind.NOT_FOUND, "workflow.task.gone");
    }

    /** It is still there, but something about it changed while this was sent. */
    public static SubmissionRefused changed() {
        return new SubmissionRefused(Kind.CONFLICT, "workflow.task.changed");
    }

    public static SubmissionRefused unknownTask(String task) {
        return new SubmissionRefused(Kind.CONFLICT, "workflow.task.unknown", task);
    }
}
