package org.gridcase.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A kind of thing that is counted.
 *
 * @param key the same for what is told in the same words
 * @param origin of one length, whatever it was
 * @param detail JSON
 */
record TallyLine(String key, String origin, String actor, String action, Subject subject, String detail) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_KEY = 32;

    static TallyLine of(AuditEntry entry, String origin) {
        String detail = write(entry.detail());
        Subject subject = entry.subject();
        String told =
                String.join("\u0000", origin, entry.actor(), entry.action(), subject.kind(), subject.id(), detail);
        return new TallyLine(
                hash(told), hash(entry.action() + "\u0000" + origin), entry.actor(), entry.action(), subject, detail);
    }

    /** What the minute ends with. */
    AuditEntry sum(int further, String minute) {
        Map<String, Object> told = read(detail);
        told.put("further", further);
        told.put("minute", minute);
        return new AuditEntry(actor, action, subject, null, told);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LONGEST_KEY);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(Map<String, ?> detail) {
        try {
            // PostgreSQL's text knows no such character
            return JSON.writeValueAsString(new TreeMap<>(detail)).replace("\\u0000", "\\ufffd");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> read(String detail) {
        try {
            return JSON.readValue(detail, new TypeReference<TreeMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
