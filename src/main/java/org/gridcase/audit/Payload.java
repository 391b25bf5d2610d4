package org.gridcase.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an entry tells, with the salt that keeps its digest from being guessed.
 *
 * @param text JSON with its names in order
 */
record Payload(byte[] salt, String text) {
    private static final int SALT_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Its own, so that no setting of the program changes what is digested. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** PostgreSQL's JSON knows no such character; an even number of backslashes before it would only quote themselves. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    static Payload of(AuditEntry entry) {
        Map<String, Object> told = new TreeMap<>(Map.of("detail", entry.detail()));
        if (entry.reason() != null) {
            told.put("reason", entry.reason());
        }
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Payload(salt, NUL.matcher(write(told)).replaceAll("$1\\\\ufffd"));
    }

    private static String write(Map<String, Object> told) {
        try {
            return JSON.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
