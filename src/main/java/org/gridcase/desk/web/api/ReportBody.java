package org.gridcase.desk.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.gridcase.intake.PhotoIds;
import org.gridcase.intake.Report;
import org.gridcase.photo.PhotoId;
import org.gridcase.photo.Uploader;
import org.gridcase.shared.GeoPoint;
import org.jspecify.annotations.Nullable;

/** A report as JSON, or as the fields of a form. */
@Schema(name = "Report")
record ReportBody(
        @Schema(description = "What is wrong, at most 2,000 characters") @Nullable
        String description,

        @Schema(description = "Degrees east, CGCS2000") @Nullable
        Double longitude,

        @Schema(description = "Degrees north, CGCS2000") @Nullable
        Double latitude,

        @Nullable String address,

        @Schema(description = "A class such as M06010; left out or auto leaves it to the assistant") @Nullable
        String serviceCode,

        @Schema(description = "Ids of the caller's uploads, at most 6") @Nullable
        List<String> photos,

        @Nullable String contactName,
        @Nullable String contactPhone,
        @Nullable String contactEmail) {
    private static final String CHANNEL = "worker";
    private static final String ASSISTANT = "auto";

    Report by(String account, List<PhotoId> uploaded) {
        return new Report(
                CHANNEL,
                account,
                Uploader.account(account),
                Objects.requireNonNullElse(description, ""),
                longitude == null || latitude == null ? null : new GeoPoint(longitude, latitude),
                given(address),
                ASSISTANT.equals(serviceCode) ? null : given(serviceCode),
                uploaded,
                new Report.Contact(given(contactName), given(contactPhone), given(contactEmail)));
    }

    /** @throws org.gridcase.intake.ReportRefused if one is no id */
    List<PhotoId> photoIds() {
        return photos == null ? List.of() : photos.stream().map(PhotoIds::one).toList();
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
