package org.gridcase.workflow.engine;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Takes what somebody submits out of the completing command and keeps it for the guard, so that nothing typed into a
 * form ever becomes a process variable by itself.
 */
class SubmissionInterceptor extends CommandInterceptor {
    private static final Field COMPLETED = field(CompleteTaskCmd.class, "variables");
    private static final Field SUBMITTED = field(SubmitTaskFormCmd.class, "properties");

    @Override
    public <T> T execute(Command<T> command) {
        Field field = command instanceof CompleteTaskCmd
                ? COMPLETED
                : command instanceof SubmitTaskFormCmd ? SUBMITTED : null;
        if (field == null) {
            return next.execute(command);
        }
        try (var held = Submitted.hold(take(field, command))) {
            return next.execute(command);
        }
    }

    private static Map<String, Object> take(Field field, Object command) {
        try {
            Map<String, Object> plain = new HashMap<>();
            if (field.get(command) instanceof Map<?, ?> values) {
                values.forEach((name, value) -> {
                    Object raw = raw(value);
                    if (raw != null) {
                        plain.put(String.valueOf(name), raw);
                    }
                });
                field.set(command, Variables.createVariables());
            }
            return plain;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object raw(@Nullable Object value) {
        return value instanceof TypedValue typed ? typed.getValue() : value;
    }

    private static Field field(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("the engine changed how tasks are completed", e);
        }
    }
}
