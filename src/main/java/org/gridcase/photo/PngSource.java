package org.gridcase.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/** Takes out of a PNG all that isn't pixels: compressed texts in it could unpack to any size. */
final class PngSource {
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngSource() {}

    /** The header stands first, at a fixed place. */
    static void check(byte[] file, PixelLimits limits) {
        if (file.length < 24) {
            throw BrokenPhoto.content();
        }
        ByteBuffer header = ByteBuffer.wrap(file);
        limits.check(header.getInt(16), header.getInt(20));
    }

    static byte[] pixelsOf(byte[] file, List<Chunk> chunks) {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream(file.length);
        pixels.write(file, 0, 8);
        for (Chunk chunk : chunks) {
            if (PIXELS.contains(chunk.type())) {
                pixels.write(file, chunk.start(), chunk.end() - chunk.start());
            }
        }
        return pixels.toByteArray();
    }
}
