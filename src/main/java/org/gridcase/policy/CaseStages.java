package org.gridcase.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the program's steps and tasks ask of a case and make of it, so that a flow can be walked without any case. */
public interface CaseStages {

    /** How a case may stand when its flow begins. */
    List<Turn> beginnings();

    /**
     * What may come of a step or task, each way that it can end.
     *
     * @param step an automatic step's name, or a task's key
     * @param stage as one of these turns told it
     */
    List<Turn> turns(String step, String stage);

    /** Whether nobody has anything left to do. */
    boolean ended(String stage);

    /**
     * One way that something ends.
     *
     * @param facts what the flow's conditions know from then on
     * @param stage where the case stands then; none if that way is refused
     */
    record Turn(Map<String, Object> facts, @Nullable String stage) {
        public Turn {
            facts = Map.copyOf(facts);
        }
    }
}
