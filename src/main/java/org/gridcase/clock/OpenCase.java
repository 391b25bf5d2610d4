package org.gridcase.clock;

import java.time.Instant;
import org.gridcase.casework.Stage;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * An open case as supervisors watch it; nothing personal.
 *
 * @param dueAt none while no limit runs
 * @param process the engine's instance that carries it
 */
public record OpenCase(
        CaseId id,
        String number,
        String street,
        Stage stage,
        @Nullable String serviceCode,
        @Nullable String unit,
        Instant reportedAt,
        @Nullable Instant dueAt,
        @Nullable String process) {}
