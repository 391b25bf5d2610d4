package org.gridcase.assistant;

import java.util.List;
import java.util.Optional;

/**
 * What the machine thinks a report is about, the likeliest class first; nothing if the text says nothing.
 *
 * @param model the model and the state of its examples, so that a later reader knows who proposed
 * @param micros the time that the model took
 */
public record Proposal(List<Candidate> top3, String model, long micros) {

    public Proposal {
        top3 = List.copyOf(top3);
    }

    public Optional<Candidate> first() {
        return top3.stream().findFirst();
    }
}
