package org.gridcase.photo.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.gridcase.photo.BadUpload;
import org.gridcase.photo.Capture;
import org.gridcase.photo.NotAPhoto;
import org.gridcase.shared.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a browser sends; the file's name and declared type are never looked at.
 *
 * @param lon degrees, as text; together with {@code lat} or not at all
 * @param takenAt ISO 8601 with an offset
 */
record UploadForm(
        @Nullable MultipartFile file,
        @Nullable String lon,
        @Nullable String lat,
        @Nullable String takenAt) {

    InputStream content() {
        if (file == null || file.isEmpty()) {
            throw NotAPhoto.missing();
        }
        try {
            return file.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Capture declared() {
        return new Capture(place(), time());
    }

    private @Nullable GeoPoint place() {
        String east = given(lon);
        String north = given(lat);
        if (east == null && north == null) {
            return null;
        }
        if (east == null || north == null) {
            throw BadUpload.place();
        }
        try {
            return new GeoPoint(Double.parseDouble(east), Double.parseDouble(north));
        } catch (IllegalArgumentException e) {
            throw BadUpload.place();
        }
    }

    private @Nullable Instant time() {
        String text = given(takenAt);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw BadUpload.time();
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
