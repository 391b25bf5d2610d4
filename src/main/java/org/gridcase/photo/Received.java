package org.gridcase.photo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** An upload as it came, hashed and counted on its way to a temporary file. */
record Received(Path file, Sha256 hash, long bytes) implements AutoCloseable {
    static final int MAX_BYTES = 10 * 1024 * 1024;

    /** Reads at most one byte more than is allowed. */
    static Received from(InputStream content) {
        try {
            Path file = Files.createTempFile("gridcase-photo", null);
            try {
                return spool(content, file);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Received spool(InputStream content, Path file) throws IOException {
        MessageDigest digest = Sha256.begin();
        long bytes = 0;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            byte[] buffer = new byte[16 * 1024];
            int room = MAX_BYTES + 1;
            for (int read; room > 0 && (read = content.read(buffer, 0, Math.min(buffer.length, room))) > 0; ) {
                out.write(buffer, 0, read);
                bytes += read;
                room -= read;
            }
        }
        if (bytes > MAX_BYTES) {
            throw PhotoTooLarge.over(MAX_BYTES);
        }
        return new Received(file, Sha256.finish(digest.digest()), bytes);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
