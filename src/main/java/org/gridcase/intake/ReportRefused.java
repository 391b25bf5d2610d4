package org.gridcase.intake;

import org.gridcase.shared.Refusal;

/** A report that cannot become a case as it is. */
public class ReportRefused extends Refusal {

    private ReportRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static ReportRefused noText() {
        return new ReportRefused(Kind.INVALID, "intake.text.missing");
    }

    static ReportRefused textTooLong(int limit) {
        return new ReportRefused(Kind.INVALID, "intake.text.tooLong", limit);
    }

    static ReportRefused addressTooLong(int limit) {
        return new ReportRefused(Kind.INVALID, "intake.address.tooLong", limit);
    }

    static ReportRefused contactTooLong(int limit) {
        return new ReportRefused(Kind.INVALID, "intake.contact.tooLong", limit);
    }

    public static ReportRefused noPlace() {
        return new ReportRefused(Kind.INVALID, "intake.place.missing");
    }

    public static ReportRefused outsideCity() {
        return new ReportRefused(Kind.INVALID, "intake.place.outside");
    }

    static ReportRefused unknownClass(String code) {
        return new ReportRefused(Kind.INVALID, "intake.class.unknown", code);
    }

    public static ReportRefused tooManyPhotos(int limit) {
        return new ReportRefused(Kind.INVALID, "intake.photos.tooMany", limit);
    }

    static ReportRefused unknownPhoto() {
        return new ReportRefused(Kind.INVALID, "intake.photos.unknown");
    }

    static ReportRefused keyTooLong(int limit) {
        return new ReportRefused(Kind.INVALID, "intake.key.tooLong", limit);
    }

    static ReportRefused keyReused() {
        return new ReportRefused(Kind.CONFLICT, "intake.key.reused");
    }
}
