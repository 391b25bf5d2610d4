package org.gridcase.workflow.engine;

import java.util.Optional;
import org.gridcase.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * The refusal met in this thread's request. The engine's REST layer turns every exception into its own kind of 500;
 * the door asks here what was really said.
 */
@Component
public class Refusals {
    private final ThreadLocal<Refusal> met = new ThreadLocal<>();

    void met(Refusal refusal) {
        met.set(refusal);
    }

    public Optional<Refusal> take() {
        var refusal = Optional.ofNullable(met.get());
        met.remove();
        return refusal;
    }
}
