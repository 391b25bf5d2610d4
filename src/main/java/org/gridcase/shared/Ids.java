package org.gridcase.shared;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes identifiers that sort by the time they were made, so that index pages fill in order. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A UUID of version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits. */
    public static UUID timeOrdered() {
        long time = System.currentTimeMillis();
        long high = (time << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low);
    }
}
