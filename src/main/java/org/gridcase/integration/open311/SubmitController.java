package org.gridcase.integration.open311;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.intake.Receipt;
import org.gridcase.intake.Reports;
import org.gridcase.photo.Uploader;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/** Takes requests in: a report like any other. */
@Controller
@Tag(name = "Open311")
class SubmitController {
    private final Reports reports;
    private final Catalogue catalogue;
    private final Jurisdiction jurisdiction;
    private final GeoReportKeys keys;
    private final MessageSource messages;

    SubmitController(
            Reports reports,
            Catalogue catalogue,
            Jurisdiction jurisdiction,
            GeoReportKeys keys,
            MessageSource messages) {
        this.reports = reports;
        this.catalogue = catalogue;
        this.jurisdiction = jurisdiction;
        this.keys = keys;
        this.messages = messages;
    }

    /** What the sender gets; the account is theirs, not ours. */
    record Accepted(
            @JsonProperty("service_request_id") String id,
            @JsonProperty("service_notice") String notice,
            @JsonProperty("account_id") @Nullable String account) {}

    @PostMapping("/open311/v2/requests" + Format.PATH)
    @Operation(summary = "Report something; a form as the specification says, and an Idempotency-Key for retries")
    ResponseEntity<byte[]> submit(
            @PathVariable Format format,
            @ParameterObject NewRequest sent,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            Locale locale) {
        noFiles(request);
        jurisdiction.check(sent.jurisdiction_id());
        keys.check(sent.api_key());
        checkService(sent.service_code());
        Uploader uploader = Uploader.browser(request).orElseGet(() -> Uploader.holding(sent.sender()));
        Receipt receipt = reports.submit(sent.report(uploader, Media.photos(sent.media_url())), key);
        String notice = messages.getMessage("integration.accepted", new Object[] {receipt.number()}, locale);
        return Answers.of(
                201, format, "service_requests", List.of(new Accepted(receipt.number(), notice, sent.account_id())));
    }

    /** The specification knows photos by address only; one sent along would be lost without a word. */
    private static void noFiles(HttpServletRequest request) {
        var parts = WebUtils.getNativeRequest(request, MultipartRequest.class);
        if (parts != null && !parts.getFileMap().isEmpty()) {
            throw GeoReportRefused.fileSent();
        }
    }

    private void checkService(@Nullable String code) {
        String asked = NewRequest.given(code);
        if (asked == null) {
            throw GeoReportRefused.noService();
        }
        if (!asked.equals(ServicesController.AUTO)
                && catalogue.byServiceCode(asked).isEmpty()) {
            throw GeoReportRefused.unknownService(asked);
        }
    }
}
