package org.gridcase.intake;

import java.util.Arrays;
import java.util.List;
import org.gridcase.photo.PhotoId;
import org.jspecify.annotations.Nullable;

/** Reads the ids of photos as forms send them. */
public final class PhotoIds {

    private PhotoIds() {}

    /**
     * @param list ids with commas between, or nothing
     * @throws ReportRefused if one is no id
     */
    public static List<PhotoId> parse(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .map(PhotoIds::one)
                        .toList();
    }

    /** @throws ReportRefused if it is no id */
    public static PhotoId one(String id) {
        try {
            return PhotoId.of(id);
        } catch (IllegalArgumentException noId) {
            throw ReportRefused.unknownPhoto();
        }
    }
}
