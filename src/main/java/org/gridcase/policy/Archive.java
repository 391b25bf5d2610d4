package org.gridcase.policy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A ZIP file of a bundle, unpacked with suspicion: what comes out is counted, what it says of itself is not believed. */
final class Archive {
    static final int MOST_FILES = 200;
    static final int LARGEST_FILE = 4 << 20;
    static final int LARGEST = 16 << 20;
    /** Models and tables shrink to a tenth or so. */
    private static final int DENSEST = 100;

    private static final int SMALL = 64 << 10;
    private static final int MOST_ENTRIES = 1_000;

    private Archive() {}

    static boolean isOne(NamedFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** @throws UploadRefused if it is none, holds a file twice, or would not fit into a release */
    static List<NamedFile> unpack(NamedFile archive) {
        List<NamedFile> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int size = 0;
        int entries = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive.content()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw UploadRefused.tooMany(MOST_FILES);
                }
                String name = entry.getName();
                byte[] content = zip.readNBytes(Math.min(LARGEST_FILE, LARGEST - size) + 1);
                size += content.length;
                if (content.length > LARGEST_FILE || size > LARGEST) {
                    throw UploadRefused.tooLarge(size > LARGEST ? LARGEST >> 20 : LARGEST_FILE >> 20);
                }
                if (size > SMALL && size / DENSEST > archive.content().length) {
                    throw UploadRefused.tooDense(archive.name());
                }
                if (entry.isDirectory() || isOfTheSystem(name)) {
                    continue;
                }
                if (!names.add(name.toLowerCase(Locale.ROOT))) {
                    throw UploadRefused.twice(name);
                }
                if (files.size() == MOST_FILES) {
                    throw UploadRefused.tooMany(MOST_FILES);
                }
                files.add(new NamedFile(name, content));
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw UploadRefused.noArchive(archive.name());
        }
        if (files.isEmpty()) {
            throw UploadRefused.noArchive(archive.name());
        }
        return files;
    }

    /** What some systems put into every archive. */
    private static boolean isOfTheSystem(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith("/.DS_Store") || name.endsWith("/Thumbs.db");
    }

    static byte[] pack(Map<String, byte[]> files) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (var file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
