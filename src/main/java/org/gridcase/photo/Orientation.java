package org.gridcase.photo;

import java.awt.geom.AffineTransform;

/** How the camera was held: EXIF's numbers 1 to 8, as what has to be done to see the picture upright. */
enum Orientation {
    UPRIGHT(1, 0, 0, 1, 0, 0),
    MIRRORED(-1, 0, 0, 1, 1, 0),
    UPSIDE_DOWN(-1, 0, 0, -1, 1, 1),
    UPSIDE_DOWN_MIRRORED(1, 0, 0, -1, 0, 1),
    LEFT_MIRRORED(0, 1, 1, 0, 0, 0),
    LEFT(0, 1, -1, 0, 1, 0),
    RIGHT_MIRRORED(0, -1, -1, 0, 1, 1),
    RIGHT(0, -1, 1, 0, 0, 1);

    private final int xx;
    private final int yx;
    private final int xy;
    private final int yy;
    private final int right;
    private final int down;

    /** @param right whether to move right by the upright width, {@code down} likewise by its height */
    Orientation(int xx, int yx, int xy, int yy, int right, int down) {
        this.xx = xx;
        this.yx = yx;
        this.xy = xy;
        this.yy = yy;
        this.right = right;
        this.down = down;
    }

    /** A number outside EXIF's means nothing. */
    static Orientation of(int number) {
        return number >= 1 && number <= 8 ? values()[number - 1] : UPRIGHT;
    }

    boolean swapsSides() {
        return xx == 0;
    }

    /** @param width of the upright picture, {@code height} likewise */
    AffineTransform transform(int width, int height) {
        return new AffineTransform(xx, yx, xy, yy, right * width, down * height);
    }
}
