package org.gridcase.workflow.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes a refusal in the shape the engine's web apps show: type, message, code, and where the engine said why, its words. */
@Component
class Sentence {
    private final ObjectMapper json;

    Sentence(ObjectMapper json) {
        this.json = json;
    }

    void write(HttpServletResponse response, HttpStatus status, String code, String text, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var told = new LinkedHashMap<>(Map.of("type", "Refused", "message", text, "code", code));
        if (!detail.isEmpty()) {
            told.put("detail", detail);
        }
        json.writeValue(response.getOutputStream(), told);
    }
}
