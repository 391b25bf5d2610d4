package org.gridcase.catalogue.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.Locale;
import org.gridcase.catalogue.FilingStandard;
import org.gridcase.catalogue.ImportReport;
import org.jspecify.annotations.Nullable;
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

/** The filing standard as a spreadsheet, out and in. */
@RestController
@RequestMapping("/api/catalogue/filing-standard.xlsx")
class FilingStandardController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final FilingStandard standard;

    FilingStandardController(FilingStandard standard) {
        this.standard = standard;
    }

    @GetMapping(produces = XLSX)
    ResponseEntity<byte[]> export(Locale locale) throws IOException {
        var out = new ByteArrayOutputStream();
        standard.exportXlsx(out, locale);
        String file = "filing-standard-v" + standard.version() + ".xlsx";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .body(out.toByteArray());
    }

    @PutMapping(consumes = XLSX, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ImportView> put(InputStream body, @Nullable Principal user, Locale locale) throws IOException {
        return take(body, user, locale);
    }

    @PostMapping(consumes = XLSX, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ImportView> post(InputStream body, @Nullable Principal user, Locale locale) throws IOException {
        return take(body, user, locale);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ImportView> upload(@RequestParam MultipartFile file, @Nullable Principal user, Locale locale)
            throws IOException {
        try (InputStream body = file.getInputStream()) {
            return take(body, user, locale);
        }
    }

    private ResponseEntity<ImportView> take(InputStream body, @Nullable Principal user, Locale locale)
            throws IOException {
        ImportReport report = standard.importXlsx(body, user == null ? null : user.getName());
        return ResponseEntity.status(report.accepted() ? 200 : 422).body(ImportView.of(report, locale));
    }
}
