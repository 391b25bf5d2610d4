package org.gridcase.integration.open311;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says as the specification wants it what was refused before it came to any of our controllers. */
@Controller
@Hidden
class ErrorsController {
    private static final Map<Integer, String> KEYS = Map.of(
            403, "shared.forbidden",
            404, "shared.notFound",
            405, "shared.methodNotAllowed",
            413, "shared.tooLarge",
            415, "shared.unsupportedType");

    private final MessageSource messages;

    ErrorsController(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping("/open311/error")
    ResponseEntity<byte[]> error(HttpServletRequest request, Locale locale) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String key = KEYS.getOrDefault(status, status < 500 ? "shared.badRequest" : "shared.unexpected");
        String asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return Answers.of(
                status,
                asked.endsWith(".xml") ? Format.XML : Format.JSON,
                "errors",
                List.of(new Errors.Error(status, messages.getMessage(key, new Object[] {"-"}, locale))));
    }
}
