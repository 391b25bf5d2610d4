package org.gridcase.desk.process;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;

/** Where a process stands: at activities, or before those that wait for a job. */
record Token(List<ActivityInstance> at, List<TransitionInstance> before) {

    static Token of(ActivityInstance flow) {
        return new Token(
                Arrays.asList(flow.getChildActivityInstances()), Arrays.asList(flow.getChildTransitionInstances()));
    }

    List<String> activities() {
        return Stream.concat(
                        at.stream().map(ActivityInstance::getActivityId),
                        before.stream().map(TransitionInstance::getActivityId))
                .toList();
    }

    /** The new place first, for a process without any token would end. */
    void move(ProcessInstanceModificationBuilder modification, String activity) {
        modification.startBeforeActivity(activity);
        at.forEach(one -> modification.cancelActivityInstance(one.getId()));
        before.forEach(one -> modification.cancelTransitionInstance(one.getId()));
        modification.execute();
    }
}
