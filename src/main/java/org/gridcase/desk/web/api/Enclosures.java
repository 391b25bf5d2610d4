package org.gridcase.desk.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.gridcase.intake.Reports;
import org.gridcase.photo.Capture;
import org.gridcase.photo.Origin;
import org.gridcase.photo.PhotoId;
import org.gridcase.photo.PhotoTooLarge;
import org.gridcase.photo.Photos;
import org.gridcase.photo.UploadKey;
import org.gridcase.photo.Uploader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Photos that come along with a report. */
@Component
class Enclosures {
    private final Photos photos;

    Enclosures(Photos photos) {
        this.photos = photos;
    }

    /** Under the report's key, so that a retry finds the photos of the first attempt; one too many for the refusal. */
    List<PhotoId> store(List<MultipartFile> files, String account, @Nullable String key) {
        files.forEach(file -> PhotoTooLarge.check(file.getSize()));
        var origin = new Origin("staff", Uploader.account(account), new Capture(null, null));
        List<PhotoId> stored = new ArrayList<>();
        for (MultipartFile file : files.subList(0, Math.min(files.size(), Reports.MOST_PHOTOS + 1))) {
            UploadKey own = key == null ? null : new UploadKey(key + "/" + stored.size());
            stored.add(photos.store(content(file), origin, own).id());
        }
        return stored;
    }

    private static InputStream content(MultipartFile file) {
        try {
            return file.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
