package org.gridcase.workflow.engine;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** What the engine's commands carry and do not show. */
final class Fields {

    private Fields() {}

    /** @throws IllegalStateException if the engine changed, so that its guards must be looked at again */
    static Field of(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("the engine changed: look again at its guards", e);
        }
    }

    static @Nullable Object read(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
