package org.gridcase.photo;

import java.time.Instant;
import org.gridcase.shared.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * An upload that was accepted.
 *
 * @param original the hash of the bytes as they came
 * @param mediaType what those bytes are
 * @param width in pixels, held upright
 * @param height in pixels, held upright
 * @param bytes the size of the original
 * @param embedded place and time written into the file by the camera
 * @param attachedAt when a report or a task took it; none until then
 */
public record Photo(
        PhotoId id,
        Sha256 original,
        String mediaType,
        int width,
        int height,
        long bytes,
        Capture embedded,
        Origin origin,
        Instant storedAt,
        @Nullable Instant attachedAt) {

    /** The camera's word, else the sender's. */
    public @Nullable GeoPoint place() {
        return embedded.place() != null ? embedded.place() : origin.declared().place();
    }

    /** The camera's word, else the sender's. */
    public @Nullable Instant takenAt() {
        return embedded.takenAt() != null
                ? embedded.takenAt()
                : origin.declared().takenAt();
    }

    public boolean attached() {
        return attachedAt != null;
    }
}
