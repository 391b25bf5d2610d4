package org.gridcase.desk.person;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gridcase.casework.CaseFacts;
import org.gridcase.privacy.Kept;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Everything kept of a person as one file that they can take along: JSON, and their photos as they sent them. */
@Component
public class PersonFile {
    private final ObjectWriter json;

    PersonFile(ObjectMapper json) {
        this.json = json.writerWithDefaultPrettyPrinter().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    public void write(Map<CaseFacts, List<Kept>> kept, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("person.json"));
        json.writeValue(
                zip,
                Map.of("cases", kept.entrySet().stream().map(PersonFile::told).toList()));
        zip.closeEntry();
        for (Kept one : kept.values().stream().flatMap(List::stream).toList()) {
            Resource file = one.file();
            if (file != null && file.exists()) {
                zip.putNextEntry(new ZipEntry("photos/" + one.fields().get("id")));
                try (var content = file.getInputStream()) {
                    content.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    private static Map<String, Object> told(Map.Entry<CaseFacts, List<Kept>> one) {
        List<Map<String, String>> things = new ArrayList<>();
        for (Kept kept : one.getValue()) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("kind", kept.kind());
            fields.putAll(kept.fields());
            things.add(fields);
        }
        return Map.of("number", one.getKey().number(), "kept", things);
    }
}
