package org.gridcase.workflow.engine;

import java.lang.reflect.Field;
import java.util.Map;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.gridcase.workflow.StartRefused;
import org.jspecify.annotations.Nullable;

/**
 * Processes start at their beginning: start instructions would step over whatever comes first. What a person starts
 * takes plain values only, and no business key, which is how a process says whose case it is.
 */
class WholeProcesses extends CommandInterceptor {
    private static final Field BUILDER = Fields.of(StartProcessInstanceCmd.class, "instantiationBuilder");
    private static final Field KEY = Fields.of(SubmitStartFormCmd.class, "businessKey");
    private static final Field FORM = Fields.of(SubmitStartFormCmd.class, "variables");

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof StartProcessInstanceAtActivitiesCmd) {
            throw StartRefused.midway();
        }
        // what a process starts in turn is the program's own doing
        boolean byDoor = Context.getCommandContext() == null;
        if (!byDoor || !(command instanceof StartProcessInstanceCmd || command instanceof SubmitStartFormCmd)) {
            return next.execute(command);
        }
        return next.execute(context -> {
            if (context.getAuthentication() != null) {
                check(command);
            }
            return command.execute(context);
        });
    }

    private static void check(Command<?> command) {
        if (command instanceof SubmitStartFormCmd) {
            check((String) Fields.read(KEY, command), (Map<?, ?>) Fields.read(FORM, command));
        } else if (Fields.read(BUILDER, command) instanceof ProcessInstantiationBuilderImpl start) {
            check(start.getBusinessKey(), start.getVariables());
        }
    }

    private static void check(@Nullable String key, @Nullable Map<?, ?> values) {
        if (key != null) {
            throw StartRefused.named();
        }
        if (values != null) {
            SubmissionInterceptor.plain(values);
        }
    }
}
