package org.gridcase.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, as they travel on the class path. */
final class Archive {
    private final byte[] content;

    Archive() {
        String system = System.getProperty("os.name", "").replaceFirst("^(Windows|Mac OS X).*", "$1");
        String machine = System.getProperty("os.arch", "").replace("amd64", "x86_64");
        try (InputStream archive =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system.replace("Mac OS X", "Darwin"), machine)) {
            content = archive.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder with {@code bin} in it, whole or not there: unpacked aside and moved. */
    Path unpackedUnder(Path parent) {
        Path home = parent.resolve(fingerprint());
        if (Files.exists(home)) {
            return home;
        }
        try {
            Path unfinished = parent.resolve("unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            Files.createDirectories(unfinished);
            unpack(unfinished);
            return Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fingerprint() {
        var crc = new CRC32();
        crc.update(content);
        return Long.toHexString(crc.getValue());
    }

    private void unpack(Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(content)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                put(entry, tar, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void put(TarArchiveEntry entry, InputStream bytes, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(bytes, file);
            if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true)) {
                throw new IOException("cannot make executable: " + file);
            }
        }
    }
}
