package org.gridcase.assistant;

import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Reports written by somebody who has not seen the examples: measured on, never learnt from. */
final class HeldOut {

    private HeldOut() {}

    static List<Phrase> read() {
        return Phrases.lines(new ClassPathResource("assistant/held-out.tsv"));
    }
}
