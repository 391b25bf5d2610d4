package org.gridcase.integration.open311;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridcase.photo.PhotoId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Photos named by address. Only our own are taken: this server never fetches what a stranger names. */
final class Media {
    private static final Pattern OWN = Pattern.compile("/(?:r/)?photos/([0-9a-fA-F-]{36})(?:/display|/thumbnail)?");

    private Media() {}

    /** @throws GeoReportRefused if it is no photo of ours */
    static List<PhotoId> photos(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return List.of();
        }
        try {
            URI address = URI.create(url.strip());
            URI here =
                    ServletUriComponentsBuilder.fromCurrentContextPath().build().toUri();
            boolean ours = !address.isAbsolute()
                    || (here.getScheme().equals(address.getScheme())
                            && here.getAuthority().equals(address.getAuthority()));
            Matcher photo = OWN.matcher(String.valueOf(address.getPath()));
            if (!ours || !photo.matches()) {
                throw GeoReportRefused.foreignMedia();
            }
            return List.of(PhotoId.of(photo.group(1)));
        } catch (IllegalArgumentException noAddress) {
            throw GeoReportRefused.foreignMedia();
        }
    }
}
