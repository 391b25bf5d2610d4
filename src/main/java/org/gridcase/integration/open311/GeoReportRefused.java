package org.gridcase.integration.open311;

import org.gridcase.shared.Refusal;

/** A request that is not as the specification, or this city, wants it. */
class GeoReportRefused extends Refusal {

    private GeoReportRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static GeoReportRefused unknownJurisdiction(String id) {
        return new GeoReportRefused(Kind.NOT_FOUND, "integration.jurisdiction.unknown", id);
    }

    static GeoReportRefused noService() {
        return new GeoReportRefused(Kind.INVALID, "integration.service.missing");
    }

    static GeoReportRefused unknownService(String code) {
        return new GeoReportRefused(Kind.NOT_FOUND, "integration.service.unknown", code);
    }

    static GeoReportRefused unknownRequest(String id) {
        return new GeoReportRefused(Kind.NOT_FOUND, "integration.request.unknown", id);
    }

    static GeoReportRefused tooManyRequests(int most) {
        return new GeoReportRefused(Kind.INVALID, "integration.request.tooMany", most);
    }

    static GeoReportRefused unknownStatus(String status) {
        return new GeoReportRefused(Kind.INVALID, "integration.status.unknown", status);
    }

    static GeoReportRefused badTime(String name) {
        return new GeoReportRefused(Kind.INVALID, "integration.time.bad", name);
    }

    static GeoReportRefused spanTooLong(long days) {
        return new GeoReportRefused(Kind.INVALID, "integration.time.span", days);
    }

    static GeoReportRefused badNumber(String name) {
        return new GeoReportRefused(Kind.INVALID, "integration.number.bad", name);
    }

    static GeoReportRefused onlyAddressId() {
        return new GeoReportRefused(Kind.INVALID, "integration.address.id");
    }

    static GeoReportRefused onlyAddress() {
        return new GeoReportRefused(Kind.INVALID, "integration.address.only");
    }

    static GeoReportRefused foreignMedia() {
        return new GeoReportRefused(Kind.INVALID, "integration.media.foreign");
    }

    static GeoReportRefused fileSent() {
        return new GeoReportRefused(Kind.INVALID, "integration.media.file");
    }

    static GeoReportRefused badKey() {
        return new GeoReportRefused(Kind.FORBIDDEN, "integration.key.bad");
    }

    static GeoReportRefused noResource() {
        return new GeoReportRefused(Kind.NOT_FOUND, "shared.notFound");
    }
}
