package org.gridcase.integration.open311;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.intake.Report;
import org.gridcase.photo.PhotoId;
import org.gridcase.photo.Uploader;
import org.gridcase.shared.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** The fields of a request as the specification names them. */
record NewRequest(
        @Nullable String jurisdiction_id,
        @Nullable String api_key,
        @Nullable String service_code,
        @Nullable String lat,
        @BindParam("long") @Nullable String lon,
        @Nullable String address_string,
        @Nullable String address_id,
        @Nullable String email,
        @Nullable String device_id,
        @Nullable String account_id,
        @Nullable String first_name,
        @Nullable String last_name,
        @Nullable String phone,
        @Nullable String description,
        @Nullable String media_url) {
    static final String CHANNEL = "open311";

    Report report(Uploader uploader, List<PhotoId> photos) {
        return new Report(
                CHANNEL,
                CHANNEL,
                uploader,
                Objects.requireNonNullElse(description, ""),
                place(),
                given(address_string),
                ServicesController.AUTO.equals(given(service_code)) ? null : given(service_code),
                photos,
                new Report.Contact(name(), given(phone), given(email)));
    }

    /** Whoever sends the same key, device or account again is the same sender. */
    String sender() {
        return Stream.of(api_key, device_id, account_id)
                .map(NewRequest::given)
                .map(part -> Objects.requireNonNullElse(part, ""))
                .collect(Collectors.joining("\u0000", CHANNEL + "\u0000", ""));
    }

    private @Nullable GeoPoint place() {
        if (given(lat) == null || given(lon) == null) {
            if (given(address_id) != null) {
                throw GeoReportRefused.onlyAddressId();
            }
            if (given(address_string) != null) {
                throw GeoReportRefused.onlyAddress();
            }
            return null;
        }
        try {
            return new GeoPoint(degrees("long", given(lon)), degrees("lat", given(lat)));
        } catch (IllegalArgumentException offTheGlobe) {
            throw GeoReportRefused.badNumber("lat, long");
        }
    }

    private static double degrees(String name, @Nullable String text) {
        try {
            return Double.parseDouble(Objects.requireNonNullElse(text, ""));
        } catch (NumberFormatException e) {
            throw GeoReportRefused.badNumber(name);
        }
    }

    private @Nullable String name() {
        String whole = Stream.of(last_name, first_name)
                .map(NewRequest::given)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return given(whole);
    }

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
