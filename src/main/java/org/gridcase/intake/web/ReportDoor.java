package org.gridcase.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gridcase.intake.Places;
import org.gridcase.intake.ReportRefused;
import org.gridcase.shared.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the report page's script speaks to. */
@RestController
class ReportDoor {

    /** @param follow the address of the page on which the case is followed */
    record Accepted(String number, String follow) {}

    /** Where a point lies, in words. */
    record Whereabouts(String words) {}

    private final FormReports reports;
    private final AreaNames areas;

    ReportDoor(FormReports reports, AreaNames areas) {
        this.reports = reports;
        this.areas = areas;
    }

    @PostMapping("/r/reports")
    @ResponseStatus(HttpStatus.CREATED)
    Accepted report(
            ReportForm form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            HttpServletResponse response) {
        var receipt = reports.submit(form, Sender.of(request, response), key);
        return new Accepted(receipt.number(), "/follow/" + receipt.secret());
    }

    /** @param at {@code longitude,latitude} */
    @GetMapping("/r/place")
    Whereabouts place(@RequestParam String at) {
        GeoPoint point = Places.parse(at);
        if (point == null) {
            throw ReportRefused.noPlace();
        }
        return new Whereabouts(areas.around(point));
    }
}
