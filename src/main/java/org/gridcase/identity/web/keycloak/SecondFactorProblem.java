package org.gridcase.identity.web.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Tells a program that its token came by a password alone. */
@Component
@WithKeycloak
class SecondFactorProblem {
    private static final String CODE = "identity.secondFactor.missing";

    private final ObjectMapper json;
    private final MessageSource messages;
    private final LocaleResolver locales;

    SecondFactorProblem(ObjectMapper json, MessageSource messages, LocaleResolver locales) {
        this.json = json;
        this.messages = messages;
        this.locales = locales;
    }

    void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String sentence = messages.getMessage(CODE, null, locales.resolveLocale(request));
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, sentence);
        problem.setProperty("code", CODE);
        // where the engine's web apps look for words
        problem.setProperty("message", sentence);
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }
}
