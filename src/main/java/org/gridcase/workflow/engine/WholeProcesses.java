package org.gridcase.workflow.engine;

import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.gridcase.workflow.StartRefused;

/** Processes start at their beginning: start instructions would step over whatever comes first. */
class WholeProcesses extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof StartProcessInstanceAtActivitiesCmd) {
            throw StartRefused.midway();
        }
        return next.execute(command);
    }
}
