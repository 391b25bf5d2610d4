package org.gridcase.workflow.engine;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractGetFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetTaskPropertyCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetRenderedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.gridcase.workflow.SubmissionRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Says at every door in the same words that a task is gone, somebody else's, or not for this person, before the engine
 * says it in its own; and nobody claims for another or takes a task out of another's hands.
 */
class TaskAccess extends CommandInterceptor {
    private static final Field CLAIMANT = Fields.of(ClaimTaskCmd.class, "userId");
    private static final Map<Class<?>, Field> TASKS = Map.of(
            ClaimTaskCmd.class, Fields.of(ClaimTaskCmd.class, "taskId"),
            CompleteTaskCmd.class, Fields.of(CompleteTaskCmd.class, "taskId"),
            SubmitTaskFormCmd.class, Fields.of(SubmitTaskFormCmd.class, "taskId"),
            GetTaskFormCmd.class, Fields.of(GetTaskFormCmd.class, "taskId"),
            GetRenderedTaskFormCmd.class, Fields.of(GetRenderedTaskFormCmd.class, "taskId"),
            GetTaskFormVariablesCmd.class, Fields.of(AbstractGetFormVariablesCmd.class, "resourceId"));

    /** To look at a form is a right like any other, which the engine knows; it only takes a lost task for a failure. */
    private static final Set<Class<?>> LOOKS =
            Set.of(GetTaskFormCmd.class, GetRenderedTaskFormCmd.class, GetTaskFormVariablesCmd.class);

    private static final Field ASSIGNED_TASK = Fields.of(AbstractSetTaskPropertyCmd.class, "taskId");
    private static final Field ASSIGNEE = Fields.of(AbstractAddIdentityLinkCmd.class, "userId");

    @Override
    public <T> T execute(Command<T> asked) {
        Command<T> command = freeing(asked);
        Field task = TASKS.get(command.getClass());
        if (task == null) {
            return next.execute(command);
        }
        try {
            return next.execute(context -> {
                check(context, (String) Fields.read(task, command), command);
                return command.execute(context);
            });
        } catch (OptimisticLockingException | OptimisticLockingFailureException overtaken) {
            throw overtaken(command, (String) Fields.read(task, command));
        }
    }

    /**
     * Whoever claims at the same instant as another is told by whom the task is held. Whoever completes it just when its
     * due date changes may do so again; for the rest it has gone on.
     */
    private SubmissionRefused overtaken(Command<?> command, @Nullable String task) {
        TaskEntity now = task == null
                ? null
                : next.execute(context -> context.getTaskManager().findTaskById(task));
        if (now == null) {
            return SubmissionRefused.gone();
        }
        boolean claimed = command instanceof ClaimTaskCmd && now.getAssignee() != null;
        return claimed ? SubmissionRefused.heldBy(now.getAssignee()) : SubmissionRefused.changed();
    }

    /** REST frees a task by assigning it to nobody, which takes a right that those who work on it do not have. */
    @SuppressWarnings("unchecked")
    private static <T> Command<T> freeing(Command<T> command) {
        return command instanceof AssignTaskCmd && Fields.read(ASSIGNEE, command) == null
                ? (Command<T>) new ClaimTaskCmd((String) Fields.read(ASSIGNED_TASK, command), null)
                : command;
    }

    private static void check(CommandContext context, @Nullable String taskId, Command<?> command) {
        Authentication who = context.getAuthentication();
        if (who == null) {
            return;
        }
        TaskEntity task = Optional.ofNullable(taskId)
                .map(context.getTaskManager()::findTaskById)
                .orElseThrow(SubmissionRefused::gone);
        if (LOOKS.contains(command.getClass())) {
            return;
        }
        Holders.check(task, who);
        Rights.found(context, task);
        if (command instanceof ClaimTaskCmd) {
            var claimant = Fields.read(CLAIMANT, command);
            if (claimant != null && !claimant.equals(who.getUserId())) {
                throw SubmissionRefused.notYours();
            }
        }
    }
}
