package org.gridcase.photo;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.gridcase.shared.GeoPoint;
import org.jspecify.annotations.Nullable;

/** What the camera wrote beside the pixels; whatever can't be read counts as not written. */
record Exif(Orientation orientation, Capture capture) {
    private static final Exif NONE = new Exif(Orientation.UPRIGHT, Capture.UNKNOWN);

    /** @param zone where a time without an offset was taken */
    static Exif ofJpeg(byte[] file, ZoneId zone) {
        try {
            return of(JpegMetadataReader.readMetadata(new ByteArrayInputStream(file), List.of(new ExifReader())), zone);
        } catch (JpegProcessingException | IOException | RuntimeException e) {
            return NONE;
        }
    }

    /** PNG keeps it in a chunk {@code eXIf}, WebP in {@code EXIF}. */
    static Exif ofChunks(byte[] file, List<Chunk> chunks, ZoneId zone) {
        return chunks.stream()
                .filter(chunk -> chunk.type().equalsIgnoreCase("EXIF"))
                .findFirst()
                .map(chunk -> ofBlock(Arrays.copyOfRange(file, chunk.data(), chunk.data() + chunk.length()), zone))
                .orElse(NONE);
    }

    private static Exif ofBlock(byte[] block, ZoneId zone) {
        try {
            Metadata metadata = new Metadata();
            int start = ExifReader.startsWithJpegExifPreamble(block) ? ExifReader.JPEG_SEGMENT_PREAMBLE.length() : 0;
            new ExifReader().extract(new ByteArrayReader(block, start), metadata);
            return of(metadata, zone);
        } catch (RuntimeException e) {
            return NONE;
        }
    }

    private static Exif of(Metadata metadata, ZoneId zone) {
        return new Exif(orientation(metadata), new Capture(place(metadata), takenAt(metadata, zone)));
    }

    private static Orientation orientation(Metadata metadata) {
        Directory main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer tag = main == null ? null : main.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return Orientation.of(tag == null ? 1 : tag);
    }

    private static @Nullable GeoPoint place(Metadata metadata) {
        GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation location = gps == null ? null : gps.getGeoLocation();
        if (location == null
                || location.isZero()
                || !(Math.abs(location.getLongitude()) <= 180 && Math.abs(location.getLatitude()) <= 90)) {
            return null;
        }
        return new GeoPoint(location.getLongitude(), location.getLatitude());
    }

    private static @Nullable Instant takenAt(Metadata metadata, ZoneId zone) {
        ExifSubIFDDirectory shot = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        Date date = shot == null ? null : shot.getDateOriginal(TimeZone.getTimeZone(zone));
        return date == null ? null : date.toInstant();
    }
}
