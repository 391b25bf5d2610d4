package org.gridcase.desk.form;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.gridcase.policy.form.FormSchema;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A form that is being drawn up, as people will see it; written by what writes the published ones. */
@RestController
class PreviewController {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /** @throws org.gridcase.policy.form.SchemaRefused if it holds what no form may hold */
    @PostMapping(path = "/policy/form-preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> preview(@RequestBody byte[] schema, Locale locale) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(new FormHtml(locale, "preview").render(FormSchema.read(schema)));
    }
}
