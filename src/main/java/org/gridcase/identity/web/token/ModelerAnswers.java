package org.gridcase.identity.web.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Refuses in the engine's own shape, whose {@code message} the Modeler shows in its log. */
@Component
class ModelerAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ObjectMapper json;
    private final MessageSource messages;
    private final LocaleResolver locales;

    ModelerAnswers(ObjectMapper json, MessageSource messages, LocaleResolver locales) {
        this.json = json;
        this.messages = messages;
        this.locales = locales;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"GridCase\", error=\"invalid_token\"");
        tell(HttpStatus.UNAUTHORIZED, "identity.token.dead", request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        tell(HttpStatus.FORBIDDEN, "identity.token.elsewhere", request, response);
    }

    private void tell(HttpStatus status, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String sentence = messages.getMessage(key, null, locales.resolveLocale(request));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), Map.of("type", "Refused", "message", sentence, "code", key));
    }
}
