package org.gridcase.policy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tables of one release or draft, asked without a record. What has been asked before is answered from memory, so it
 * is made for one work and then forgotten.
 */
public final class Rulebook {
    private static final int MOST = 200_000;

    /** Who answers. */
    interface Ruling {
        <I, O> O decide(Decision<I, O> decision, I input);
    }

    private final Ruling ruling;
    private final Map<Object, Object> known = new ConcurrentHashMap<>();

    Rulebook(Ruling ruling) {
        this.ruling = ruling;
    }

    public ClassificationDecided classify(ClassificationInput input) {
        return decide(Decision.CLASSIFICATION, input);
    }

    public MinorDecided assessMinor(MinorInput input) {
        return decide(Decision.MINOR, input);
    }

    public FilingDecided file(FilingInput input) {
        return decide(Decision.FILING, input);
    }

    public RoutingDecided route(RoutingInput input) {
        return decide(Decision.ROUTING, input);
    }

    @SuppressWarnings("unchecked") // kept by an input of the same decision
    private <I, O> O decide(Decision<I, O> decision, I input) {
        O found = (O) known.get(input);
        if (found == null) {
            found = ruling.decide(decision, input);
            if (known.size() < MOST) {
                known.put(input, found);
            }
        }
        return found;
    }
}
