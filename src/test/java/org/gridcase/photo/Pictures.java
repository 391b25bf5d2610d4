package org.gridcase.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Photos made for tests. */
final class Pictures {

    private Pictures() {}

    /** Red above, blue below. */
    static BufferedImage redAboveBlue(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width, height / 2);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, height / 2, width, height - height / 2);
        canvas.dispose();
        return image;
    }

    static byte[] jpeg(int width, int height) {
        return written(redAboveBlue(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static byte[] png(int width, int height) {
        return written(redAboveBlue(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    static byte[] written(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage read(byte[] image) {
        try {
            return ImageIO.read(new ByteArrayInputStream(image));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 32 × 20, red above, blue below, lossy. */
    static byte[] webp() {
        return Base64.getDecoder().decode("""
                UklGRoQAAABXRUJQVlA4IHgAAAAwBQCdASogABQAPpE2mEg/oqKhMBgMA/ASCWgtgAmCWr/IN4CL/9tX9ALn/AVd0KpoQAD+8LOv73n+
                zaIhGGytj9v/65If85IOQcg/SdeJDtZrNdzUU/BeG5EnWY6j2DncEU3C9+SrSjEZWOC4FLgtliA0WwWAAAA=""".replace("\n", ""));
    }

    /** 8 × 8, red, lossless. */
    static byte[] losslessWebp() {
        return Base64.getDecoder().decode("UklGRhwAAABXRUJQVlA4TA8AAAAvB8ABAAcQ/Y/+ByKi/wEA");
    }

    /** That block with an extended header before it, which claims a canvas of one pixel. */
    static byte[] webpWithSmallCanvas(byte[] frameData) {
        byte[] canvas = new byte[10];
        return webp(chunk("VP8X", canvas), chunk("VP8 ", frameData));
    }

    static byte[] webp(byte[]... chunks) {
        byte[] body = joined(chunks);
        ByteBuffer riff = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        riff.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(body.length + 4);
        riff.put("WEBP".getBytes(StandardCharsets.US_ASCII));
        return joined(riff.array(), body);
    }

    static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk =
                ByteBuffer.allocate(8 + data.length + data.length % 2).order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    /** 12 × 12, as a printer's program writes it. */
    static byte[] cmykJpeg() {
        return Base64.getDecoder().decode("""
                /9j/7gAOQWRvYmUAZAAAAAAC/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJT
                UjI+WmFaUGBKUVJP/9sAQwEODg4TERMmFRUmTzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P
                T09PT09P/8AAFAgADAAMBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAFB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/
                xAAVAQEBAAAAAAAAAAAAAAAAAAAFB//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAOBAEAAhEDEQQAAD8AvgGU2acA/9k=""".replace("\n", ""));
    }

    /** Four bands and no word on what they mean. */
    static byte[] fourBandJpeg() {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, new Point(0, 0));
        return jpeg(new IIOImage(raster, null, null), ImageWriteParam.MODE_COPY_FROM_METADATA);
    }

    static byte[] progressiveJpeg(BufferedImage image) {
        return jpeg(new IIOImage(image, null, null), ImageWriteParam.MODE_DEFAULT);
    }

    private static byte[] jpeg(IIOImage image, int progressive) {
        try {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(progressive);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(output);
                writer.write(null, image, param);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] sixteenBitPng() {
        BufferedImage image = ImageTypeSpecifier.createInterleaved(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        new int[] {0, 1, 2, 3},
                        DataBuffer.TYPE_USHORT,
                        true,
                        false)
                .createBufferedImage(40, 20);
        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 20; y++) {
                image.setRGB(x, y, 0xFFFF0000);
            }
        }
        return written(image, "png");
    }

    /** A palette PNG with a compressed text that unpacks to this many bytes. */
    static byte[] pngWithText(int unpacked) {
        byte[] png = written(redAboveBlue(16, 16, BufferedImage.TYPE_BYTE_INDEXED), "png");
        Deflater deflater = new Deflater(9);
        deflater.setInput(new byte[unpacked]);
        deflater.finish();
        byte[] packed = new byte[unpacked / 500 + 1000];
        int length = deflater.deflate(packed);
        byte[] text = joined("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1), Arrays.copyOf(packed, length));
        return joined(Arrays.copyOf(png, 33), pngChunk("zTXt", text), Arrays.copyOfRange(png, 33, png.length));
    }

    /** Signature and header, and not a pixel. */
    static byte[] pngHeader(int width, int height) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        return joined("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1), pngChunk("IHDR", header));
    }

    static byte[] pngWithExif(byte[] png, byte[] tiff) {
        return joined(Arrays.copyOf(png, 33), pngChunk("eXIf", tiff), Arrays.copyOfRange(png, 33, png.length));
    }

    private static byte[] pngChunk(String type, byte[] data) {
        byte[] named = joined(type.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(data.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] jpegWithExif(byte[] jpeg, byte[] tiff) {
        byte[] block = joined("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff);
        byte[] segment = ByteBuffer.allocate(4 + block.length)
                .putShort((short) 0xFFE1)
                .putShort((short) (block.length + 2))
                .put(block)
                .array();
        return joined(Arrays.copyOf(jpeg, 2), segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** Taken 2026-05-04 08:30:00 at 34°45′N 113°37′30″E, with that orientation. */
    static byte[] tiff(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(512);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        directory(
                tiff,
                List.of(entry(0x0112, 3, 1, orientation << 16), entry(0x8769, 4, 1, 100), entry(0x8825, 4, 1, 150)));
        tiff.position(100);
        directory(tiff, List.of(entry(0x9003, 2, 20, 300)));
        tiff.position(150);
        directory(
                tiff,
                List.of(
                        entry(1, 2, 2, 'N' << 24),
                        entry(2, 5, 3, 330),
                        entry(3, 2, 2, 'E' << 24),
                        entry(4, 5, 3, 360)));
        tiff.position(300);
        tiff.put("2026:05:04 08:30:00\0".getBytes(StandardCharsets.US_ASCII));
        tiff.position(330);
        for (int number : new int[] {34, 1, 45, 1, 0, 1}) {
            tiff.putInt(number);
        }
        tiff.position(360);
        for (int number : new int[] {113, 1, 37, 1, 30, 1}) {
            tiff.putInt(number);
        }
        return tiff.array();
    }

    private static void directory(ByteBuffer tiff, List<byte[]> entries) {
        tiff.putShort((short) entries.size());
        entries.forEach(tiff::put);
        tiff.putInt(0);
    }

    private static byte[] entry(int tag, int type, int count, int value) {
        return ByteBuffer.allocate(12)
                .putShort((short) tag)
                .putShort((short) type)
                .putInt(count)
                .putInt(value)
                .array();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
