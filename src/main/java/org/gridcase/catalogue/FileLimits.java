package org.gridcase.catalogue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** How large a workbook may be, packed and unpacked. */
final class FileLimits {
    private static final int MEGABYTE = 1024 * 1024;
    /** As large as a file of a release. */
    static final int MAX_FILE = 4;

    static final int MAX_UNPACKED = 32;
    static final int MAX_ROWS = 20_000;
    static final int MAX_CELLS = 400_000;
    private static final int MAX_ENTRIES = 100;

    private FileLimits() {}

    static void check(byte[] file) {
        if (file.length > MAX_FILE * MEGABYTE) {
            throw SpreadsheetRefused.tooLarge(MAX_FILE);
        }
        checkUnpacked(file);
    }

    private static void checkUnpacked(byte[] file) {
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
