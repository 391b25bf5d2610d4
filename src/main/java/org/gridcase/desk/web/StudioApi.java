package org.gridcase.desk.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.policy.DraftForms;
import org.gridcase.policy.Sheet;
import org.gridcase.policy.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the grid and the form editor in the browser read and save. */
@RestController
@RequestMapping("/policy/drafts/{id}")
class StudioApi {
    private final Sheets sheets;
    private final DraftForms forms;
    private final SheetViews views;

    StudioApi(Sheets sheets, DraftForms forms, SheetViews views) {
        this.sheets = sheets;
        this.forms = forms;
        this.views = views;
    }

    /** Rows as they should be. */
    record Rows(@Nullable String sha256, @Nullable List<Sheet.@Nullable Line> rows) {}

    /** A form as it should be. */
    record Form(@Nullable String sha256, @Nullable String json) {}

    /** What was saved. */
    record Saved(String sha256) {}

    @GetMapping("/table/rows")
    SheetViews.Grid rows(@PathVariable UUID id, @RequestParam String path, Locale locale) {
        return views.grid(sheets.open(id, path), locale);
    }

    @PostMapping("/table/rows")
    SheetViews.Grid save(
            @PathVariable UUID id, @RequestParam String path, @RequestBody Rows body, Principal who, Locale locale) {
        if (body.sha256() == null || body.rows() == null) {
            throw new IllegalArgumentException("no rows");
        }
        return views.grid(sheets.save(id, path, body.sha256(), lines(body.rows()), who.getName()), locale);
    }

    private static List<Sheet.Line> lines(List<Sheet.@Nullable Line> rows) {
        return rows.stream()
                .map(row -> {
                    if (row == null || row.cells() == null) {
                        throw new IllegalArgumentException("no cells");
                    }
                    return row;
                })
                .toList();
    }

    @PostMapping("/form")
    Saved form(@PathVariable UUID id, @RequestParam String path, @RequestBody Form body, Principal who) {
        if (body.sha256() == null || body.json() == null) {
            throw new IllegalArgumentException("no form");
        }
        return new Saved(
                forms.save(id, path, body.sha256(), body.json(), who.getName()).sha256());
    }
}
