package org.gridcase.intake.web;

import java.util.List;
import java.util.Objects;
import org.gridcase.intake.PhotoIds;
import org.gridcase.photo.PhotoId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the report page sends, with scripts or without.
 *
 * @param place {@code longitude,latitude} off the map
 * @param placeText the same, typed in where there is no map
 * @param photos ids of photos already uploaded, with commas between
 * @param photo photos sent along with the form, where scripts are off
 * @param key made once per form, so that a retry is recognised
 */
record ReportForm(
        @Nullable String text,
        @Nullable String place,
        @Nullable String placeText,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String photos,
        @Nullable List<MultipartFile> photo,
        @Nullable String key) {

    static ReportForm fresh(String key) {
        return new ReportForm(null, null, null, null, null, null, null, key);
    }

    @Nullable
    String where() {
        return given(place) == null ? given(placeText) : place;
    }

    public List<PhotoId> uploaded() {
        return PhotoIds.parse(photos);
    }

    List<MultipartFile> files() {
        return files(photo);
    }

    /** The form again, with photos that came along now stored. */
    ReportForm with(List<PhotoId> stored) {
        String ids = String.join(",", stored.stream().map(PhotoId::toString).toList());
        return new ReportForm(text, place, placeText, address, phone, ids, null, key);
    }

    static List<MultipartFile> files(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(Objects::nonNull)
                        .filter(file -> !file.isEmpty())
                        .toList();
    }

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
