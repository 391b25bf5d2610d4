package org.gridcase.photo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The kinds of picture we take, told by their content. */
enum Format {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp");

    private static final byte[] PNG_SIGNATURE = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    static Format of(byte[] content) {
        if (content.length > 2 && content[0] == (byte) 0xFF && content[1] == (byte) 0xD8 && content[2] == (byte) 0xFF) {
            return JPEG;
        }
        if (content.length > 8 && Arrays.equals(content, 0, 8, PNG_SIGNATURE, 0, 8)) {
            return PNG;
        }
        if (has(content, 0, "RIFF") && has(content, 8, "WEBP")) {
            return WEBP;
        }
        throw NotAPhoto.content();
    }

    private static boolean has(byte[] content, int at, String code) {
        return content.length >= at + 4 && new String(content, at, 4, StandardCharsets.ISO_8859_1).equals(code);
    }
}
