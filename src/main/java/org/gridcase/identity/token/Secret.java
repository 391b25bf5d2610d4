package org.gridcase.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** What a token's owner pastes: 256 random bits behind a prefix by which scanners of leaked secrets know it. */
public record Secret(String text) {
    private static final String PREFIX = "gct_";
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret make() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** Whether this claims to be one of ours, right or wrong. */
    public static boolean isMeant(String text) {
        return text.startsWith(PREFIX);
    }

    /** Needs no salt and no slowness: nobody guesses or tables 256 random bits. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isWellFormed() {
        return FORM.matcher(text).matches();
    }

    /** Not in a log. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
