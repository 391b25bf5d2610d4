package org.gridcase.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Random;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DarkroomTests {
    private final Darkroom darkroom = new Darkroom(2, ZoneId.of("Asia/Shanghai"));

    @Test
    void aJpegIsShownSmaller() {
        Prints prints = develop(Pictures.jpeg(3000, 2000));

        assertThat(prints.format()).isEqualTo(Format.JPEG);
        assertThat(prints.width()).isEqualTo(3000);
        assertThat(prints.height()).isEqualTo(2000);
        assertThat(size(prints.display())).isEqualTo("1600x1067");
        assertThat(size(prints.thumbnail())).isEqualTo("320x214");
        assertRedAboveBlue(prints.display());
        assertRedAboveBlue(prints.thumbnail());
    }

    @Test
    void aPngBecomesAJpegToShow() {
        Prints prints = develop(Pictures.png(400, 300));

        assertThat(prints.format()).isEqualTo(Format.PNG);
        assertThat(Format.of(prints.display())).isEqualTo(Format.JPEG);
        assertThat(size(prints.display())).isEqualTo("400x300");
        assertRedAboveBlue(prints.display());
    }

    @Test
    void transparencyBecomesWhite() {
        BufferedImage clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);

        Prints prints = develop(Pictures.written(clear, "png"));

        assertThat(colour(prints.display(), 10, 10)).isEqualTo(Color.WHITE);
    }

    @Test
    void lossyAndLosslessWebpAreRead() {
        Prints lossy = develop(Pictures.webp());
        Prints lossless = develop(Pictures.losslessWebp());

        assertThat(lossy.format()).isEqualTo(Format.WEBP);
        assertThat(size(lossy.display())).isEqualTo("32x20");
        assertRedAboveBlue(lossy.display());
        assertThat(size(lossless.display())).isEqualTo("8x8");
        assertThat(colour(lossless.display(), 4, 4).getRed()).isGreaterThan(240);
    }

    @Test
    void progressiveJpegsAndSixteenBitPngsAreRead() {
        Prints progressive =
                develop(Pictures.progressiveJpeg(Pictures.redAboveBlue(200, 100, BufferedImage.TYPE_INT_RGB)));
        Prints deep = develop(Pictures.sixteenBitPng());

        assertRedAboveBlue(progressive.display());
        assertThat(colour(deep.display(), 20, 10).getRed()).isGreaterThan(240);
    }

    @Test
    void cmykIsRefusedByName() {
        assertThat(refusal(Pictures.cmykJpeg())).isEqualTo("photo.unsupportedColours");
        assertThat(refusal(Pictures.fourBandJpeg())).isEqualTo("photo.unsupportedColours");
    }

    @Test
    void movingWebpIsRefusedByName() {
        byte[] moving = Pictures.webp(
                Pictures.chunk("VP8X", new byte[] {2, 0, 0, 0, 0, 0, 0, 0, 0, 0}), Pictures.chunk("ANIM", new byte[6]));

        assertThat(refusal(moving)).isEqualTo("photo.unsupportedAnimation");
    }

    @Test
    void whatTheCameraWroteIsKeptApartAndNotShown() {
        Prints prints = develop(Pictures.jpegWithExif(Pictures.jpeg(200, 100), Pictures.tiff(1)));

        assertTaken(prints.embedded());
        assertThat(new String(prints.display(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "2026:05:04");
        assertThat(new String(prints.thumbnail(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "2026:05:04");
        assertThat(Exif.ofJpeg(prints.display(), ZoneId.of("Asia/Shanghai")).capture())
                .isEqualTo(Capture.UNKNOWN);
    }

    @Test
    void pngAndWebpMayCarryExifToo() {
        byte[] webp = Pictures.webp();
        byte[] frame = Arrays.copyOfRange(webp, 12, webp.length);

        assertTaken(develop(Pictures.pngWithExif(Pictures.png(20, 10), Pictures.tiff(1)))
                .embedded());
        assertTaken(develop(Pictures.webp(
                        Pictures.chunk("VP8X", new byte[] {8, 0, 0, 0, 31, 0, 0, 19, 0, 0}),
                        frame,
                        Pictures.chunk("EXIF", Pictures.tiff(1))))
                .embedded());
    }

    /** Red is above in the file; the numbers are EXIF's, the sides where red must then be seen. */
    @ParameterizedTest
    @CsvSource({"1,TOP", "2,TOP", "3,BOTTOM", "4,BOTTOM", "5,LEFT", "6,RIGHT", "7,RIGHT", "8,LEFT"})
    void thePictureIsShownUpright(int orientation, String redSide) {
        Prints prints = develop(Pictures.jpegWithExif(Pictures.jpeg(200, 100), Pictures.tiff(orientation)));

        boolean swapped = orientation >= 5;
        assertThat(size(prints.display())).isEqualTo(swapped ? "100x200" : "200x100");
        assertThat(prints.width()).isEqualTo(swapped ? 100 : 200);
        int right = swapped ? 90 : 190;
        int bottom = swapped ? 190 : 90;
        Color red =
                switch (redSide) {
                    case "TOP" -> colour(prints.display(), right / 2, 10);
                    case "BOTTOM" -> colour(prints.display(), right / 2, bottom);
                    case "LEFT" -> colour(prints.display(), 10, bottom / 2);
                    default -> colour(prints.display(), right, bottom / 2);
                };
        assertThat(red.getRed()).isGreaterThan(200);
        assertThat(red.getBlue()).isLessThan(60);
    }

    /** Only the corner that holds white tells a turn from a turn with a mirror. */
    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,1,0", "7,1,1", "8,0,1"})
    void thePictureIsNotMirrored(int orientation, int right, int bottom) {
        BufferedImage cornered = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        cornered.createGraphics().fillRect(0, 0, 50, 50);

        byte[] display = develop(Pictures.jpegWithExif(Pictures.written(cornered, "jpeg"), Pictures.tiff(orientation)))
                .display();

        BufferedImage shown = Pictures.read(display);
        int x = right == 1 ? shown.getWidth() - 10 : 10;
        int y = bottom == 1 ? shown.getHeight() - 10 : 10;
        assertThat(new Color(shown.getRGB(x, y)).getRed()).isGreaterThan(200);
    }

    @Test
    void aHugePngIsRefusedWithoutMemory() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] huge = Pictures.pngHeader(50_000, 50_000);
        refusal(huge);
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThat(refusal(huge)).isEqualTo("photo.tooManyPixels");
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
    }

    @Test
    void neitherAreaNorSideMayBeTooLarge() {
        assertThat(refusal(Pictures.pngHeader(12_001, 10))).isEqualTo("photo.tooManyPixels");
        assertThat(refusal(Pictures.pngHeader(8_000, 5_001))).isEqualTo("photo.tooManyPixels");
        assertThat(refusal(Pictures.pngHeader(Integer.MIN_VALUE, 10))).isEqualTo("photo.broken");
    }

    @Test
    void aHugeJpegIsRefusedByItsHeader() {
        byte[] jpeg = Pictures.jpeg(16, 16);
        int frame = indexOf(jpeg, (byte) 0xC0);
        jpeg[frame + 4] = (byte) 0xC3;
        jpeg[frame + 6] = (byte) 0xC3;

        assertThat(refusal(jpeg)).isEqualTo("photo.tooManyPixels");
    }

    @Test
    void aWebpFrameLargerThanItsCanvasIsRefused() {
        byte[] frame = {0x10, 0, 0, (byte) 0x9d, 1, 0x2a, (byte) 0xFF, 0x3F, (byte) 0xFF, 0x3F};

        assertThat(refusal(Pictures.webpWithSmallCanvas(frame))).isEqualTo("photo.tooManyPixels");
    }

    @Test
    void aWebpMayHaveFewerPixelsBecauseItsDecoderTakesMoreMemory() {
        byte[] frame = {
            0x10, 0, 0, (byte) 0x9d, 1, 0x2a, (byte) (4200 & 0xFF), 4200 >> 8, (byte) (3000 & 0xFF), 3000 >> 8
        };

        assertThat(refusal(Pictures.webp(Pictures.chunk("VP8 ", frame)))).isEqualTo("photo.tooManyPixels");
    }

    @Test
    void aPackedTextInAPngIsNeverUnpacked() {
        byte[] bomb = Pictures.pngWithText(300_000_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        Prints prints = develop(bomb);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(50_000_000);
        assertRedAboveBlue(prints.display());
    }

    @Test
    void aJpegOfTooManyScansIsRefused() {
        byte[] scan = {(byte) 0xFF, (byte) 0xDA};
        byte[] jpeg = Pictures.jpeg(16, 16);
        byte[][] parts = new byte[100][];
        Arrays.fill(parts, scan);
        parts[0] = Arrays.copyOf(jpeg, jpeg.length - 2);

        assertThat(refusal(Pictures.joined(parts))).isEqualTo("photo.broken");
    }

    @Test
    void whatIsNoPhotoIsRefused() {
        assertThat(refusal("<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("photo.notAPhoto");
        assertThat(refusal(Pictures.written(new BufferedImage(5, 5, BufferedImage.TYPE_INT_RGB), "gif")))
                .isEqualTo("photo.notAPhoto");
        assertThat(refusal(new byte[0])).isEqualTo("photo.notAPhoto");
    }

    @Test
    void htmlBehindAJpegIsNotShown() {
        byte[] html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

        Prints prints = develop(Pictures.joined(Pictures.jpeg(50, 50), html));

        assertThat(new String(prints.display(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @Test
    void truncatedPhotosAreRefused() {
        byte[] jpeg = Pictures.jpeg(400, 300);
        byte[] png = Pictures.png(400, 300);
        byte[] webp = Pictures.webp();

        assertThat(refusal(Arrays.copyOf(jpeg, jpeg.length - jpeg.length / 3))).isEqualTo("photo.broken");
        assertThat(refusal(Arrays.copyOf(jpeg, 30))).isEqualTo("photo.broken");
        assertThat(refusal(Arrays.copyOf(png, png.length / 2))).isEqualTo("photo.broken");
        assertThat(refusal(Arrays.copyOf(webp, webp.length / 2))).isEqualTo("photo.broken");
        assertThat(refusal(Arrays.copyOf(webp, 12))).isEqualTo("photo.broken");
    }

    /** Whatever the bytes, the answer is prints or a refusal. */
    @ParameterizedTest
    @CsvSource({"JPEG", "PNG", "WEBP"})
    void noDamageIsAFault(Format format) {
        byte[] sound =
                switch (format) {
                    case JPEG -> Pictures.jpegWithExif(Pictures.jpeg(40, 30), Pictures.tiff(6));
                    case PNG -> Pictures.pngWithExif(Pictures.png(40, 30), Pictures.tiff(6));
                    case WEBP -> Pictures.webp();
                };
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            byte[] damaged = sound.clone();
            for (int hit = 0; hit < 4; hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> refusal(damaged)).doesNotThrowAnyException();
        }
    }

    private static void assertTaken(Capture capture) {
        assertThat(capture.takenAt()).isEqualTo(Instant.parse("2026-05-04T00:30:00Z"));
        assertThat(capture.place()).isNotNull().satisfies(place -> {
            assertThat(place.longitude()).isCloseTo(113.625, within(1e-6));
            assertThat(place.latitude()).isCloseTo(34.75, within(1e-6));
        });
    }

    private static void assertRedAboveBlue(byte[] jpeg) {
        BufferedImage image = Pictures.read(jpeg);
        Color above = new Color(image.getRGB(image.getWidth() / 2, image.getHeight() / 10));
        Color below = new Color(image.getRGB(image.getWidth() / 2, image.getHeight() * 9 / 10));
        assertThat(above.getRed()).isGreaterThan(180);
        assertThat(above.getBlue()).isLessThan(80);
        assertThat(below.getBlue()).isGreaterThan(180);
        assertThat(below.getRed()).isLessThan(80);
    }

    private static Color colour(byte[] jpeg, int x, int y) {
        return new Color(Pictures.read(jpeg).getRGB(x, y));
    }

    private static String size(byte[] jpeg) {
        BufferedImage image = Pictures.read(jpeg);
        return image.getWidth() + "x" + image.getHeight();
    }

    private static int indexOf(byte[] jpeg, byte marker) {
        for (int i = 1; i < jpeg.length; i++) {
            if (jpeg[i] == marker && jpeg[i - 1] == (byte) 0xFF) {
                return i;
            }
        }
        throw new AssertionError("no such marker");
    }

    private Prints develop(byte[] original) {
        try (Received received = Received.from(new ByteArrayInputStream(original))) {
            return darkroom.develop(received.file());
        }
    }

    private @Nullable String refusal(byte[] original) {
        try {
            develop(original);
            return null;
        } catch (Refusal refusal) {
            return refusal.key();
        }
    }
}
