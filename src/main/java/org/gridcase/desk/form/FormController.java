package org.gridcase.desk.form;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.gridcase.policy.PublishedForms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves forms as HTML, as of the release a case is pinned to; release 0 is the one in force. */
@RestController
class FormController {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final PublishedForms forms;

    FormController(PublishedForms forms) {
        this.forms = forms;
    }

    @GetMapping("/forms/{release:[0-9]{1,6}}/{task:[A-Za-z]{1,60}}.html")
    ResponseEntity<String> form(
            @PathVariable int release,
            @PathVariable String task,
            @RequestParam(required = false) @Nullable String taskId,
            @Nullable CsrfToken token,
            Locale locale) {
        if (token != null) {
            // asking for it is what gives the browser its cookie, which uploads from the form need
            token.getToken();
        }
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(new FormHtml(locale, taskId).render(forms.schema(release, task)));
    }
}
