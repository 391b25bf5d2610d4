package org.gridcase.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Checks what a WebP says about its frames; the canvas alone may claim less than a frame takes. */
final class WebpSource {
    private static final int ANIMATED = 0x02;

    private WebpSource() {}

    static void check(byte[] file, List<Chunk> chunks, PixelLimits limits) {
        for (Chunk chunk : chunks) {
            ByteBuffer data =
                    ByteBuffer.wrap(file, chunk.data(), chunk.length()).slice().order(ByteOrder.LITTLE_ENDIAN);
            switch (chunk.type()) {
                case "VP8 " -> limits.check(at(data, 6) & 0x3FFF, at(data, 8) & 0x3FFF);
                case "VP8L" -> {
                    int bits = at(data, 1) | at(data, 3) << 16;
                    limits.check((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
                }
                case "VP8X" -> {
                    if ((at(data, 0) & ANIMATED) != 0) {
                        throw UnsupportedPhoto.moving();
                    }
                }
                case "ANIM", "ANMF" -> throw UnsupportedPhoto.moving();
                default -> {}
            }
        }
    }

    private static int at(ByteBuffer data, int index) {
        if (index + 2 > data.limit()) {
            throw BrokenPhoto.content();
        }
        return Short.toUnsignedInt(data.getShort(index));
    }
}
