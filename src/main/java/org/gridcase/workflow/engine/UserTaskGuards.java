package org.gridcase.workflow.engine;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Puts the guard and the due date on every user task of every model, whatever the model says. */
@Component
class UserTaskGuards extends AbstractBpmnParseListener {
    private final TaskGuard guard;
    private final TaskDueDates dueDates;

    UserTaskGuards(TaskGuard guard, TaskDueDates dueDates) {
        this.guard = guard;
        this.dueDates = dueDates;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
            var task = behavior.getTaskDefinition();
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, dueDates);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, guard);
        }
    }
}
