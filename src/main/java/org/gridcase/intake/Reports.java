package org.gridcase.intake;

import java.time.Clock;
import java.time.ZoneOffset;
import org.gridcase.casework.Cases;
import org.gridcase.casework.NewCase;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Location;
import org.gridcase.photo.Photos;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.GeoPoint;
import org.gridcase.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one facade behind every door that takes reports. */
@Component
public class Reports {
    public static final int MOST_PHOTOS = 6;
    public static final int LONGEST_TEXT = 2_000;
    static final int LONGEST_ADDRESS = 200;
    static final int LONGEST_CONTACT = 100;

    private final Cases cases;
    private final Grids grids;
    private final Catalogue catalogue;
    private final Photos photos;
    private final Retries retries;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reports(
            Cases cases,
            Grids grids,
            Catalogue catalogue,
            Photos photos,
            Retries retries,
            JdbcClient jdbc,
            Clock clock) {
        this.cases = cases;
        this.grids = grids;
        this.catalogue = catalogue;
        this.photos = photos;
        this.retries = retries;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes a report in.
     *
     * @param key the sender's Idempotency-Key: the same report under the same key gets the same receipt, also when
     *     both arrive at once
     */
    @Transactional
    public Receipt submit(Report report, @Nullable String key) {
        check(report);
        return key == null ? open(report) : retries.once(report, key, () -> open(report));
    }

    private Receipt open(Report report) {
        GeoPoint place = report.place();
        if (place == null) {
            throw ReportRefused.noPlace();
        }
        Location location = grids.locate(place).orElseThrow(ReportRefused::outsideCity);
        photos.attach(report.photos(), report.uploader());
        var opened = cases.open(new NewCase(
                report.channel(),
                report.sender(),
                report.description().strip(),
                place,
                location,
                report.address(),
                report.serviceCode(),
                report.photos()));
        keep(report, opened.id());
        return new Receipt(opened.id(), opened.number(), opened.secret());
    }

    private void keep(Report report, CaseId id) {
        jdbc.sql("""
                        insert into report (id, case_id, channel, contact_name, contact_phone, contact_email, received_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(Ids.timeOrdered())
                .param(id.value())
                .param(report.channel())
                .param(report.contact().name())
                .param(report.contact().phone())
                .param(report.contact().email())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void check(Report report) {
        if (report.description().isBlank()) {
            throw ReportRefused.noText();
        }
        if (report.description().length() > LONGEST_TEXT) {
            throw ReportRefused.textTooLong(LONGEST_TEXT);
        }
        if (longer(report.address(), LONGEST_ADDRESS)) {
            throw ReportRefused.addressTooLong(LONGEST_ADDRESS);
        }
        var contact = report.contact();
        if (longer(contact.name(), LONGEST_CONTACT)
                || longer(contact.phone(), LONGEST_CONTACT)
                || longer(contact.email(), LONGEST_CONTACT)) {
            throw ReportRefused.contactTooLong(LONGEST_CONTACT);
        }
        if (report.photos().size() > MOST_PHOTOS) {
            throw ReportRefused.tooManyPhotos(MOST_PHOTOS);
        }
        String code = report.serviceCode();
        if (code != null && catalogue.byServiceCode(code).isEmpty()) {
            throw ReportRefused.unknownClass(code);
        }
    }

    private static boolean longer(@Nullable String text, int limit) {
        return text != null && text.length() > limit;
    }
}
