package org.gridcase.workflow.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What the engine's REST layer says is wrong: JSON from itself, bare text from the parser before it.
 *
 * @param type the name of the engine's exception, if it says
 * @param message in English, on one line
 */
record Complaint(String type, String message) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 300;
    /** The engine answers these as its own failures, though the request names what it does not know. */
    private static final Set<String> MISTAKES =
            Set.of("NullValueException", "NotValidException", "InvalidRequestException", "BadUserRequestException");

    static Complaint read(byte[] body) {
        try {
            JsonNode said = JSON.readTree(body);
            return new Complaint(
                    said.path("type").asText(""), line(said.path("message").asText("")));
        } catch (IOException bareText) {
            return new Complaint("", line(new String(body, StandardCharsets.UTF_8)));
        }
    }

    boolean callersMistake() {
        return MISTAKES.contains(type);
    }

    /** Without where in the parser it happened. */
    private static String line(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.length() > LONGEST ? first.substring(0, LONGEST) : first;
    }
}
