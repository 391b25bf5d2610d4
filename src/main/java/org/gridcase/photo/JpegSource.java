package org.gridcase.photo;

/** Checks a JPEG's scans: every scan of a progressive one runs over all the pixels again. */
final class JpegSource {
    private static final byte START_OF_SCAN = (byte) 0xDA;
    private static final int MOST_SCANS = 64;

    private JpegSource() {}

    static void check(byte[] file) {
        int scans = 0;
        for (int i = 1; i < file.length; i++) {
            if (file[i] == START_OF_SCAN && file[i - 1] == (byte) 0xFF && ++scans > MOST_SCANS) {
                throw BrokenPhoto.content();
            }
        }
    }
}
