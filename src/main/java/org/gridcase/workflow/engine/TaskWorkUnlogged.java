package org.gridcase.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;

/** The engine's log of what people do to it, without completed tasks: the case's timeline says that, and more. */
class TaskWorkUnlogged extends UserOperationLogManager {

    @Override
    public void logTaskOperations(String operation, TaskEntity task, List<PropertyChange> changes) {
        if (!operation.equals(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)) {
            super.logTaskOperations(operation, task, changes);
        }
    }
}
