package org.gridcase.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;

/** The codes of somebody's phone (RFC 6238: SHA-1, six digits, 30 seconds), each shown once, as Keycloak wants it. */
public final class Codes {
    private static final long STEP = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(2 * STEP);
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Map<String, Long> LAST_STEPS = new ConcurrentHashMap<>();

    private final byte[] key;
    private final String name;

    private Codes(byte[] key) {
        this.key = key;
        this.name = new String(key, StandardCharsets.ISO_8859_1);
    }

    /** Of the secret in {@code people.json}. */
    public static Codes of(String secret) {
        return new Codes(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** @param shown the secret as a page shows it to be typed in */
    public static Codes typed(String shown) {
        String letters = shown.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        var bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
        long bits = 0;
        int held = 0;
        for (char letter : letters.toCharArray()) {
            bits = bits << 5 | BASE_32.indexOf(letter);
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes.put((byte) (bits >> held));
            }
        }
        return new Codes(bytes.array());
    }

    /** A code that has not been shown; that of the next half minute is taken too. */
    public String next() {
        long step = Math.max(LAST_STEPS.getOrDefault(name, 0L) + 1, now());
        Awaitility.await().atMost(PATIENCE).until(() -> step <= now() + 1);
        LAST_STEPS.put(name, step);
        return at(step);
    }

    private static long now() {
        return Instant.now().getEpochSecond() / STEP;
    }

    String at(long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
