package org.gridcase.intake.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.gridcase.intake.ReportRefused;
import org.gridcase.intake.Reports;
import org.gridcase.photo.Capture;
import org.gridcase.photo.Origin;
import org.gridcase.photo.PhotoId;
import org.gridcase.photo.PhotoTooLarge;
import org.gridcase.photo.Photos;
import org.gridcase.photo.UploadKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Stores photos that come along with a form, as they do where scripts are off. */
@Component
class FormPhotos {
    private final Photos photos;

    FormPhotos(Photos photos) {
        this.photos = photos;
    }

    /**
     * @param before photos uploaded earlier
     * @param key of the form: with it a retry stores nothing twice
     * @return all of them, in order
     */
    List<PhotoId> store(List<PhotoId> before, List<MultipartFile> files, Sender sender, @Nullable String key) {
        if (before.size() + files.size() > Reports.MOST_PHOTOS) {
            throw ReportRefused.tooManyPhotos(Reports.MOST_PHOTOS);
        }
        files.forEach(file -> PhotoTooLarge.check(file.getSize()));
        var origin = new Origin(sender.channel(), sender.uploader(), Capture.UNKNOWN);
        var all = new ArrayList<>(before);
        for (int i = 0; i < files.size(); i++) {
            UploadKey each = key == null ? null : new UploadKey(key + "-" + i);
            all.add(store(files.get(i), origin, each));
        }
        return all;
    }

    private PhotoId store(MultipartFile file, Origin origin, @Nullable UploadKey key) {
        try {
            return photos.store(file.getInputStream(), origin, key).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
