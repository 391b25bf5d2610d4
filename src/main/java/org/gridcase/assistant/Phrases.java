package org.gridcase.assistant;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.springframework.core.io.Resource;

/** The examples that the text classes are learnt from; a city may bring its own. */
record Phrases(List<Phrase> all) {
    /** One for each part of the calibration, so that no part lacks a class. */
    static final int FEWEST_OF_A_CLASS = 5;

    private static final int MOST = 20_000;

    Phrases {
        all = List.copyOf(all);
        var ofClass = all.stream().collect(groupingBy(Phrase::serviceCode, TreeMap::new, counting()));
        if (ofClass.size() < 2 || all.size() > MOST) {
            throw new IllegalArgumentException("Examples for two classes at least, " + MOST + " at most");
        }
        ofClass.forEach((code, count) -> {
            if (count < FEWEST_OF_A_CLASS) {
                throw new IllegalArgumentException(code + " has fewer than " + FEWEST_OF_A_CLASS + " examples");
            }
        });
    }

    static Phrases read(Resource file) {
        return new Phrases(lines(file));
    }

    /** All lines but the first, which names the columns. */
    static List<Phrase> lines(Resource file) {
        try {
            var text = file.getContentAsString(StandardCharsets.UTF_8);
            return text.lines().skip(1).map(Phrase::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> serviceCodes() {
        return all.stream().map(Phrase::serviceCode).distinct().sorted().toList();
    }
}
