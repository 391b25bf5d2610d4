package org.gridcase.desk.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.util.Locale;
import org.gridcase.catalogue.FilingSheets;
import org.gridcase.desk.form.Terms;
import org.gridcase.policy.FilingDraft;
import org.gridcase.policy.FilingDrafts;
import org.gridcase.policy.Release;
import org.gridcase.policy.Releases;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The filing standard as a spreadsheet: out as the city goes by it, in as a draft of the next release. */
@RestController
@RequestMapping("/api/catalogue/filing-standard.xlsx")
@Tag(name = "Policy", description = "What a change of policy begins with; only publishing puts it into force")
class FilingStandardApi {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** More than any file of a release, so that a larger one is still refused in words. */
    private static final int MOST_READ = 8 << 20;

    private final Releases releases;
    private final FilingSheets sheets;
    private final FilingDrafts drafts;
    private final Terms terms;

    FilingStandardApi(Releases releases, FilingSheets sheets, FilingDrafts drafts, Terms terms) {
        this.releases = releases;
        this.sheets = sheets;
        this.drafts = drafts;
        this.terms = terms;
    }

    @GetMapping(produces = XLSX)
    @Operation(
            summary = "The filing standard in force",
            description = "Of the release in force for the city, with headings in the caller's language")
    ResponseEntity<byte[]> export(Locale locale) {
        Release inForce = releases.inForce();
        String file = "filing-standard-v" + inForce.catalogueVersion() + ".xlsx";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .body(sheets.write(releases.standard(inForce.number()), locale));
    }

    @PutMapping(consumes = XLSX, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Propose another filing standard",
            description = "Begins a draft of the caller's from the release in force, with this file in place of its "
                    + "filing standard, and checks it. Nothing in force changes before another person approves the "
                    + "draft and publishes it")
    @ApiResponse(responseCode = "201", description = "The draft and where it is")
    @ApiResponse(responseCode = "422", description = "The cells in the way; there is no draft")
    ResponseEntity<FilingDraftView> put(InputStream body, Principal caller, Locale locale) throws IOException {
        return take(body, caller, locale);
    }

    @PostMapping(consumes = XLSX, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Propose another filing standard", description = "As by PUT")
    @ApiResponse(responseCode = "201", description = "The draft and where it is")
    @ApiResponse(responseCode = "422", description = "The cells in the way; there is no draft")
    ResponseEntity<FilingDraftView> post(InputStream body, Principal caller, Locale locale) throws IOException {
        return take(body, caller, locale);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Propose another filing standard", description = "As by PUT, from a form")
    @ApiResponse(responseCode = "201", description = "The draft and where it is")
    @ApiResponse(responseCode = "422", description = "The cells in the way; there is no draft")
    ResponseEntity<FilingDraftView> upload(@RequestParam MultipartFile file, Principal caller, Locale locale)
            throws IOException {
        try (InputStream body = file.getInputStream()) {
            return take(body, caller, locale);
        }
    }

    private ResponseEntity<FilingDraftView> take(InputStream body, Principal caller, Locale locale) throws IOException {
        String title = terms.say("desk.policy.newStandard", locale);
        FilingDraft taken = drafts.begin(title, body.readNBytes(MOST_READ), caller.getName());
        var view = FilingDraftView.of(taken, locale);
        return view.address() == null
                ? ResponseEntity.unprocessableEntity().body(view)
                : ResponseEntity.created(URI.create(view.address())).body(view);
    }
}
