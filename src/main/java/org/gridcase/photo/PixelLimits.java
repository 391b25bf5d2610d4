package org.gridcase.photo;

/** How large a picture may be, checked before anything is decoded. */
record PixelLimits(int side, long pixels) {
    static final PixelLimits USUAL = new PixelLimits(12_000, 40_000_000);

    void check(int width, int height) {
        if (width < 1 || height < 1) {
            throw BrokenPhoto.content();
        }
        if (width > side || height > side || (long) width * height > pixels) {
            throw TooManyPixels.of(width, height, pixels / 1_000_000);
        }
    }
}
