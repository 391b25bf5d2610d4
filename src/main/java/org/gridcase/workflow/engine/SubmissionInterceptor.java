package org.gridcase.workflow.engine;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.BytesValue;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.gridcase.workflow.SubmissionRefused;
import org.jspecify.annotations.Nullable;

/**
 * Takes what somebody submits out of the completing command and keeps it for the guard, so that nothing typed into a
 * form ever becomes a process variable by itself.
 */
class SubmissionInterceptor extends CommandInterceptor {
    private static final Field COMPLETED = Fields.of(CompleteTaskCmd.class, "variables");
    private static final Field SUBMITTED = Fields.of(SubmitTaskFormCmd.class, "properties");

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
            if (!(field.get(command) instanceof Map<?, ?> values)) {
                return Map.of();
            }
            field.set(command, Variables.createVariables());
            return plain(values);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws SubmissionRefused if one is an object or a file */
    static Map<String, Object> plain(Map<?, ?> values) {
        VariableMap typed = values instanceof VariableMap map ? map : Variables.createVariables();
        Map<String, Object> plain = new HashMap<>();
        values.keySet().forEach(name -> {
            String field = String.valueOf(name);
            TypedValue value = typed.getValueTyped(field);
            Object raw = value == null ? values.get(name) : raw(field, value);
            if (raw != null) {
                plain.put(field, raw);
            }
        });
        return plain;
    }

    /** Text, numbers, booleans: never an object or a file, which somebody would have to unpack. */
    private static @Nullable Object raw(String field, TypedValue value) {
        boolean simple = value.getType() == null
                || value.getType().isPrimitiveValueType()
                        && !(value instanceof FileValue || value instanceof BytesValue);
        if (!simple) {
            throw SubmissionRefused.notAChoice(field);
        }
        return value.getValue();
    }
}
