package org.gridcase.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads pixels, fewer of them where there are many. */
final class Decoder {
    /** A usual phone's photo is read whole; of larger ones every second pixel or fewer. */
    private static final long READ_WHOLE = 16_000_000;

    private Decoder() {}

    /** @param width of the whole picture, {@code height} likewise: the answer's pixels may be fewer */
    record Decoded(BufferedImage image, int width, int height) {}

    static Decoded decode(Format format, byte[] source) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(source))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            PixelLimits.of(format).check(width, height);
            return new Decoded(read(format, reader, width, height), width, height);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException e) {
            throw BrokenPhoto.content();
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(Format format, ImageReader reader, int width, int height) throws IOException {
        if (!reader.getImageTypes(0).hasNext()) {
            throw UnsupportedPhoto.colours();
        }
        ReadWarnings warnings = new ReadWarnings();
        reader.addIIOReadWarningListener(warnings);
        ImageReadParam param = reader.getDefaultReadParam();
        int period = 1;
        while ((long) width * height / period / period > READ_WHOLE) {
            period++;
        }
        param.setSourceSubsampling(period, period, 0, 0);
        BufferedImage image = reader.read(0, param);
        warnings.refuseTruncated();
        if (format == Format.JPEG && image.getRaster().getNumBands() > 3) {
            throw UnsupportedPhoto.colours();
        }
        return image;
    }
}
