package org.gridcase.desk.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.gridcase.intake.Receipt;
import org.gridcase.intake.Reports;
import org.gridcase.photo.PhotoId;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Reports by staff, with photos uploaded before or along with them. */
@RestController
@RequestMapping(path = "/api/reports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reports", description = "A retry under the same Idempotency-Key never makes a second case")
class ReportsApi {
    private static final String KEY = "Idempotency-Key";
    private static final String KEY_IS = "The same report under the same key gets the same receipt, for a day";

    private final Reports reports;
    private final Enclosures enclosures;

    ReportsApi(Reports reports, Enclosures enclosures) {
        this.reports = reports;
        this.enclosures = enclosures;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Report something, with the ids of photos uploaded before")
    ResponseEntity<ReceiptView> submit(
            @RequestBody ReportBody body,
            @Parameter(description = KEY_IS) @RequestHeader(name = KEY, required = false) @Nullable String key,
            Principal caller) {
        return accepted(reports.submit(body.by(caller.getName(), body.photoIds()), key));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Report something, photos included")
    ResponseEntity<ReceiptView> submitWithPhotos(
            @ParameterObject ReportBody body,
            @Parameter(description = "At most 6 of 10 MB, beside those uploaded before")
                    @RequestParam(name = "photo", required = false)
                    @Nullable
                    List<MultipartFile> files,
            @Parameter(description = KEY_IS) @RequestHeader(name = KEY, required = false) @Nullable String key,
            Principal caller) {
        List<PhotoId> all = new ArrayList<>(body.photoIds());
        if (files != null) {
            all.addAll(enclosures.store(files, caller.getName(), key));
        }
        return accepted(reports.submit(body.by(caller.getName(), all), key));
    }

    private static ResponseEntity<ReceiptView> accepted(Receipt receipt) {
        return ResponseEntity.created(URI.create("/api/cases/" + receipt.caseId()))
                .body(ReceiptView.of(receipt));
    }
}
