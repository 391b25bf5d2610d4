package org.gridcase.photo;

import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Hears that pixels are missing, which the JPEG decoder takes lightly and fills with grey. */
class ReadWarnings implements IIOReadWarningListener {
    /** The decoder's only words for it; other warnings come with sound photos too. */
    private static final List<String> MISSING = List.of("Missing EOI", "premature end of data", "Premature end of");

    private boolean pixelsMissing;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        pixelsMissing |= MISSING.stream().anyMatch(warning::contains);
    }

    void refuseTruncated() {
        if (pixelsMissing) {
            throw BrokenPhoto.content();
        }
    }
}
