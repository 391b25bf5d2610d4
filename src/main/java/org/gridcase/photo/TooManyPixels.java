package org.gridcase.photo;

import org.gridcase.shared.Refusal;

/** A picture that would take too much memory to look at. */
public class TooManyPixels extends Refusal {

    private TooManyPixels(String key, Object... arguments) {
        super(Kind.INVALID, key, arguments);
    }

    static TooManyPixels of(int width, int height, PixelLimits limits) {
        return new TooManyPixels("photo.tooManyPixels", width, height, limits.pixels() / 1e6, limits.side());
    }
}
