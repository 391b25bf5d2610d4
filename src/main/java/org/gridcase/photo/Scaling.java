package org.gridcase.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Makes smaller and upright copies, opaque, in sRGB. */
final class Scaling {

    private Scaling() {}

    /** Halves until one last step is left: a larger step would skip pixels. */
    static BufferedImage fit(BufferedImage image, int longSide) {
        BufferedImage current = image;
        while (Math.max(current.getWidth(), current.getHeight()) > 2 * longSide) {
            current = draw(current, (current.getWidth() + 1) / 2, (current.getHeight() + 1) / 2);
        }
        double factor = Math.min(1, (double) longSide / Math.max(current.getWidth(), current.getHeight()));
        return draw(current, side(current.getWidth(), factor), side(current.getHeight(), factor));
    }

    static BufferedImage upright(BufferedImage image, Orientation orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return image;
        }
        int width = orientation.swapsSides() ? image.getHeight() : image.getWidth();
        int height = orientation.swapsSides() ? image.getWidth() : image.getHeight();
        return draw(image, width, height, orientation.transform(width, height));
    }

    private static int side(int pixels, double factor) {
        return Math.max(1, (int) Math.round(pixels * factor));
    }

    private static BufferedImage draw(BufferedImage image, int width, int height) {
        return draw(
                image,
                width,
                height,
                AffineTransform.getScaleInstance(
                        (double) width / image.getWidth(), (double) height / image.getHeight()));
    }

    private static BufferedImage draw(BufferedImage image, int width, int height, AffineTransform transform) {
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = copy.createGraphics();
        try {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, width, height);
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.drawImage(image, transform, null);
        } finally {
            canvas.dispose();
        }
        return copy;
    }
}
