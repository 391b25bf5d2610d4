package org.gridcase.desk.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task or a grid that passed from somebody who left, or whose work an administrator gave to others.
 *
 * @param by an account or the system
 * @param kind {@code TASK}, or the kind of duty on a grid
 * @param subject the case's number or the grid
 * @param task the task's key in the model
 * @param to a colleague, or the task's groups; nobody for a grid
 * @param vacant whether the grid still has nobody
 */
public record HandedOver(
        long id,
        String staff,
        String name,
        Instant at,
        String by,
        String kind,
        String subject,
        @Nullable String task,
        @Nullable String to,
        boolean vacant) {}
