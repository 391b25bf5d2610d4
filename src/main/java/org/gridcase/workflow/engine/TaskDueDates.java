package org.gridcase.workflow.engine;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.TaskDue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives each new task the time at which its case is due, and says how near that is. */
@Component
class TaskDueDates implements TaskListener {
    private final ObjectProvider<TaskDue> known;

    TaskDueDates(ObjectProvider<TaskDue> known) {
        this.known = known;
    }

    @Override
    public void notify(DelegateTask task) {
        String businessKey = task.getExecution().getProcessBusinessKey();
        if (task.getDueDate() == null && businessKey != null) {
            String process = ((ExecutionEntity) task.getExecution())
                    .getProcessDefinition()
                    .getKey();
            known.orderedStream().forEach(one -> tell(one, process, CaseId.of(businessKey), task));
        }
    }

    private static void tell(TaskDue one, String process, CaseId id, DelegateTask task) {
        if (task.getDueDate() == null) {
            one.due(process, id).ifPresent(at -> {
                task.setDueDate(Date.from(at));
                task.setPriority(one.urgency(process, id));
            });
        }
    }
}
