package org.gridcase.photo;

import org.gridcase.shared.Refusal;

/** More bytes than a photo may have. */
public class PhotoTooLarge extends Refusal {

    private PhotoTooLarge(String key, Object... arguments) {
        super(Kind.TOO_LARGE, key, arguments);
    }

    /** The limit on uploads that holds at every door. */
    public static PhotoTooLarge usual() {
        return over(Received.MAX_BYTES);
    }

    /** Before anything of an upload is kept. */
    public static void check(long bytes) {
        if (bytes > Received.MAX_BYTES) {
            throw usual();
        }
    }

    /** @param limit in bytes */
    static PhotoTooLarge over(long limit) {
        return new PhotoTooLarge("photo.tooLarge", limit / 1024 / 1024);
    }
}
