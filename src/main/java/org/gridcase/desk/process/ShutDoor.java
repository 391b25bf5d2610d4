package org.gridcase.desk.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Doors of the engine round the task guard that not even an administrator needs; each refusal names the way instead. */
public enum ShutDoor {
    START,
    BPMN_ERROR,
    ESCALATION,
    SIGNAL,
    MESSAGE,
    VARIABLES,
    MODIFICATION,
    MIGRATION,
    SUSPENSION,
    DELETION,
    JOB_EXECUTION;

    /** As it stands in an address: {@code bpmn-error}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws InterventionRefused always: what to do instead, or that there is no such door */
    public static void refuse(String code) {
        throw Optional.of(code)
                .flatMap(ShutDoor::find)
                .map(InterventionRefused::shut)
                .orElseGet(InterventionRefused::noSuchDoor);
    }

    private static Optional<ShutDoor> find(String code) {
        return Arrays.stream(values()).filter(door -> door.code().equals(code)).findFirst();
    }
}
