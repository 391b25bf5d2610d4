package org.gridcase.workflow;

import org.gridcase.shared.Refusal;

/** A process was to begin anywhere but at its beginning. */
public class StartRefused extends Refusal {

    private StartRefused() {
        super(Kind.FORBIDDEN, "workflow.start.midway");
    }

    public static StartRefused midway() {
        return new StartRefused();
    }
}
