package org.gridcase.workflow;

/** Priorities of tasks: they say how a case's clock does, so that the engine's lists can be filtered by it. */
public final class Urgency {
    /** The engine's own, where nobody says another. */
    public static final int NORMAL = 50;
    /** The limit is nearly used up. */
    public static final int NEAR = 60;
    /** More than the limit is used. */
    public static final int OVER = 70;

    private Urgency() {}
}
