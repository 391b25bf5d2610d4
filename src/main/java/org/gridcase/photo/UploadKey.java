package org.gridcase.photo;

import java.util.regex.Pattern;

/** The sender's own key of one upload, so that a retry gives the same photo. */
public record UploadKey(String value) {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** @throws BadUpload if it is not 1 to 200 printable ASCII characters without spaces */
    public UploadKey {
        if (!FORM.matcher(value).matches()) {
            throw BadUpload.badKey();
        }
    }
}
