package org.gridcase.catalogue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** How large a workbook may be, packed and unpacked. */
final class FileLimits {
    private static final int MEGABYTE = 1024 * 1024;
    static final int MAX_FILE = 5;
    static final int MAX_UNPACKED = 32;
    static final int MAX_ROWS = 20_000;
    private static final int MAX_ENTRIES = 100;

    private FileLimits() {}

    static byte[] read(InputStream in) throws IOException {
        byte[] file = in.readNBytes(MAX_FILE * MEGABYTE + 1);
        if (file.length > MAX_FILE * MEGABYTE) {
            throw SpreadsheetRefused.tooLarge(MAX_FILE);
        }
        checkUnpacked(file);
        return file;
    }

    private static void checkUnpacked(byte[] file) throws IOException {
        long size = 0;
        int entries = 0;
        byte[] buffer = new byte[8192];
        try (var zip = new ZipArchiveInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                entries++;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    size += read;
                    if (size > (long) MAX_UNPACKED * MEGABYTE || entries > MAX_ENTRIES) {
                        throw SpreadsheetRefused.expandsTooFar(MAX_UNPACKED);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw SpreadsheetRefused.unreadable();
        }
        if (entries == 0) {
            throw SpreadsheetRefused.unreadable();
        }
    }
}
