package org.gridcase.grid.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.gridcase.grid.exchange.GridExport;
import org.gridcase.grid.exchange.GridImport;
import org.gridcase.grid.exchange.ImportReport;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Administrators' door to the files of areas, units and duties; a file is the body of its request. */
@RestController
@RequestMapping("/api/grids")
class GridFilesController {
    private final GridImport files;
    private final GridExport export;
    private final ReportTexts texts;

    GridFilesController(GridImport files, GridExport export, ReportTexts texts) {
        this.files = files;
        this.export = export;
        this.texts = texts;
    }

    @PostMapping(
            path = "/import/areas",
            consumes = {"application/geo+json", "application/json"})
    ResponseEntity<ReportView> importAreas(InputStream body) throws IOException {
        return answer(files.areas(body));
    }

    @PostMapping(path = "/import/units", consumes = "text/csv")
    ResponseEntity<ReportView> importUnits(InputStream body) throws IOException {
        return answer(files.units(body));
    }

    @PostMapping(path = "/import/duties", consumes = "text/csv")
    ResponseEntity<ReportView> importDuties(InputStream body) throws IOException {
        return answer(files.duties(body));
    }

    @GetMapping("/export/areas")
    void exportAreas(HttpServletResponse response) throws IOException {
        attach(response, "areas.geojson", "application/geo+json");
        export.areas(response.getOutputStream());
    }

    @GetMapping("/export/units")
    void exportUnits(HttpServletResponse response) throws IOException {
        attach(response, "units.csv", "text/csv;charset=UTF-8");
        export.units(response.getOutputStream());
    }

    @GetMapping("/export/duties")
    void exportDuties(HttpServletResponse response) throws IOException {
        attach(response, "duties.csv", "text/csv;charset=UTF-8");
        export.duties(response.getOutputStream());
    }

    private ResponseEntity<ReportView> answer(ImportReport report) {
        return ResponseEntity.status(report.accepted() ? 200 : 422).body(texts.view(report));
    }

    private static void attach(HttpServletResponse response, String name, String type) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
