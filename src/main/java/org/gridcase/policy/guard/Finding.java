package org.gridcase.policy.guard;

import java.util.Arrays;
import java.util.List;

/**
 * What is wrong with one place of one file.
 *
 * @param place an element's id, a cell, or a line; empty for the whole file
 * @param key of the message that says what is wrong
 * @param arguments shortened, for they may be anything
 */
public record Finding(String file, String place, String key, List<Object> arguments) {
    private static final int SHOWN = 80;

    public static Finding of(String file, String place, String key, Object... arguments) {
        return new Finding(
                file,
                shortened(place),
                key,
                Arrays.stream(arguments)
                        .map(it -> it instanceof Number ? it : (Object) shortened(String.valueOf(it)))
                        .toList());
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    @Override
    public String toString() {
        return file + " " + place + " " + key + " " + arguments;
    }
}
