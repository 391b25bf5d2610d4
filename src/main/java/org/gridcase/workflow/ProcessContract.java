package org.gridcase.workflow;

/** What every process of ours is started with. */
public final class ProcessContract {

    /** The district the case lies in, or the city for what is no district's: the engine's tenant. */
    public static final Variable<String> DISTRICT = new Variable<>("district", String.class);

    /** The policy release the instance is pinned to; forms are rendered from it. */
    public static final Variable<Integer> RELEASE = new Variable<>("release", Integer.class);

    private ProcessContract() {}
}
