package org.gridcase.integration.open311;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/** Writes one and the same content in the format asked for; what is missing is null, or an empty element. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    static ResponseEntity<byte[]> ok(Format format, String root, Object content) {
        return of(200, format, root, content);
    }

    /** @param root the element around the whole in XML */
    static ResponseEntity<byte[]> of(int status, Format format, String root, Object content) {
        return ResponseEntity.status(HttpStatusCode.valueOf(status))
                .header(HttpHeaders.CONTENT_TYPE, format.type())
                .body(write(format, root, content).getBytes(StandardCharsets.UTF_8));
    }

    private static String write(Format format, String root, Object content) {
        try {
            return format == Format.XML ? Xml.write(root, JSON.valueToTree(content)) : JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
