package org.gridcase.integration.open311;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whatever else is asked for under the endpoint: another method than there is, or nothing there at all. */
@Controller
@Hidden
class ElsewhereController {
    private static final Pattern TAKES_REPORTS = Pattern.compile("/open311/v2/requests\\.(json|xml)");
    private static final Pattern READ_ONLY =
            Pattern.compile("/open311/v2/(discovery|services|services/[^/]+|requests/[^/]+|tokens/[^/]+)\\.(json|xml)");

    private final MessageSource messages;

    ElsewhereController(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping("/open311/v2/**")
    ResponseEntity<byte[]> nothing(HttpServletRequest request, Locale locale) {
        String allowed = allowed(request.getRequestURI());
        if (allowed == null) {
            throw GeoReportRefused.noResource();
        }
        String text = messages.getMessage("shared.methodNotAllowed", null, locale);
        var answer = Answers.of(405, Format.of(request), "errors", List.of(new Errors.Error(405, text)));
        return ResponseEntity.status(405)
                .headers(answer.getHeaders())
                .header(HttpHeaders.ALLOW, allowed)
                .body(answer.getBody());
    }

    private static @Nullable String allowed(String path) {
        if (TAKES_REPORTS.matcher(path).matches()) {
            return "GET, HEAD, POST, OPTIONS";
        }
        return READ_ONLY.matcher(path).matches() ? "GET, HEAD, OPTIONS" : null;
    }
}
