package org.gridcase.workflow;

import org.gridcase.shared.Refusal;

/** A process was to begin anywhere but at its beginning, or under a name of its starter's choosing. */
public class StartRefused extends Refusal {

    private StartRefused(String key) {
        super(Kind.FORBIDDEN, key);
    }

    public static StartRefused midway() {
        return new StartRefused("workflow.start.midway");
    }

    public static StartRefused named() {
        return new StartRefused("workflow.start.named");
    }
}
