package org.gridcase.photo;

/** How large a picture may be, checked before anything is decoded. */
record PixelLimits(int side, long pixels) {
    static final PixelLimits USUAL = new PixelLimits(12_000, 40_000_000);
    /** Its decoder holds the whole picture in objects: 12 megapixels take 400 MB. */
    static final PixelLimits WEBP = new PixelLimits(12_000, 12_500_000);

    static PixelLimits of(Format format) {
        return format == Format.WEBP ? WEBP : USUAL;
    }

    void check(int width, int height) {
        if (width < 1 || height < 1) {
            throw BrokenPhoto.content();
        }
        if (width > side || height > side || (long) width * height > pixels) {
            throw TooManyPixels.of(width, height, this);
        }
    }
}
