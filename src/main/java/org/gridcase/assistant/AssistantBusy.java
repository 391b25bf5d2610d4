package org.gridcase.assistant;

import org.gridcase.shared.Refusal;

/** The machine has no time now; ask again, or ask a person. */
public final class AssistantBusy extends Refusal {

    private AssistantBusy(String key) {
        super(Kind.TOO_MANY, key);
    }

    static AssistantBusy learning() {
        return new AssistantBusy("assistant.learning");
    }

    static AssistantBusy withOthers() {
        return new AssistantBusy("assistant.busy");
    }
}
