package org.gridcase.desk.my;

import java.util.List;

/** What the scripts say, in the page's language: keys below {@code desk.my.word}. */
final class MyWords {
    static final List<String> KEYS = List.of(
            "state.waiting",
            "state.sending",
            "state.refused",
            "state.signedOut",
            "state.done",
            "words.waiting",
            "words.sending",
            "words.signedOut",
            "minutes",
            "hours",
            "days",
            "left",
            "late",
            "noLimit",
            "metres",
            "kilometres",
            "mine",
            "open",
            "held",
            "count",
            "countOf",
            "locating",
            "noPosition",
            "sentOne",
            "unsent",
            "noForm",
            "again",
            "offline",
            "photoRefused",
            "photoNeeded",
            "needed",
            "noRoom",
            "refusedUnknown",
            "doneTitle",
            "doneWords");

    private MyWords() {}
}
