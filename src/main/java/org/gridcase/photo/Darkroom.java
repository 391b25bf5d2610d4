package org.gridcase.photo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Checks originals and makes prints of them, few at once because pixels take memory; a WebP, whose decoder takes some
 * 30 bytes a pixel, alone.
 */
@Component
class Darkroom {
    private static final int DISPLAY_SIDE = 1600;
    private static final int THUMBNAIL_SIDE = 320;
    private static final int PATIENCE_SECONDS = 20;

    private final int all;
    private final Semaphore places;
    private final ZoneId zone;

    Darkroom(@Value("${gridcase.photo.decodes-at-once:2}") int decodesAtOnce, ZoneId zone) {
        this.all = decodesAtOnce;
        this.places = new Semaphore(decodesAtOnce, true);
        this.zone = zone;
    }

    Prints develop(Path original) {
        try {
            int taken = format(original) == Format.WEBP ? all : 1;
            enter(taken);
            try {
                return develop(Files.readAllBytes(original));
            } finally {
                places.release(taken);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Format format(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return Format.of(content.readNBytes(12));
        }
    }

    private void enter(int taken) {
        try {
            if (!places.tryAcquire(taken, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw TooManyUploads.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TooManyUploads.busy();
        }
    }

    private Prints develop(byte[] original) {
        Format format = Format.of(original);
        return switch (format) {
            case JPEG -> {
                JpegSource.check(original);
                yield print(format, original, Exif.ofJpeg(original, zone));
            }
            case PNG -> {
                PngSource.check(original, PixelLimits.USUAL);
                List<Chunk> chunks = Chunk.ofPng(original);
                Exif exif = Exif.ofChunks(original, chunks, zone);
                yield print(format, PngSource.pixelsOf(original, chunks), exif);
            }
            case WEBP -> {
                List<Chunk> chunks = Chunk.ofWebp(original);
                WebpSource.check(original, chunks, PixelLimits.WEBP);
                yield print(format, original, Exif.ofChunks(original, chunks, zone));
            }
        };
    }

    private static Prints print(Format format, byte[] source, Exif exif) {
        Decoder.Decoded decoded = Decoder.decode(format, source);
        BufferedImage display = Scaling.upright(Scaling.fit(decoded.image(), DISPLAY_SIDE), exif.orientation());
        BufferedImage thumbnail = Scaling.fit(display, THUMBNAIL_SIDE);
        boolean swapped = exif.orientation().swapsSides();
        return new Prints(
                format,
                swapped ? decoded.height() : decoded.width(),
                swapped ? decoded.width() : decoded.height(),
                exif.capture(),
                Jpeg.of(display),
                Jpeg.of(thumbnail));
    }
}
