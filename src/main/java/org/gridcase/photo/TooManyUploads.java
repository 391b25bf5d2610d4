package org.gridcase.photo;

import org.gridcase.shared.Refusal;

/** More at once than we take. */
public class TooManyUploads extends Refusal {

    private TooManyUploads(String key, Object... arguments) {
        super(Kind.TOO_MANY, key, arguments);
    }

    /** This uploader has too many photos that no report took yet. */
    static TooManyUploads unattached() {
        return new TooManyUploads("photo.tooManyUnattached");
    }

    /** Every place for decoding stayed taken. */
    static TooManyUploads busy() {
        return new TooManyUploads("photo.busy");
    }
}
