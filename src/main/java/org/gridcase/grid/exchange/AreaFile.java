package org.gridcase.grid.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the areas of a GeoJSON FeatureCollection, one feature at a time. */
final class AreaFile {
    private static final ObjectMapper MAPPER = new ObjectMapper(new JsonFactory());
    /** A point is two numbers and two brackets; the rest is room for properties. */
    private static final int TOKENS_PER_POINT = 4;

    private static final int TOKENS_BESIDE = 10_000;

    private final ImportLimits limits;
    private final Findings findings;
    private final FeatureReader features;
    private final List<AreaRow> areas = new ArrayList<>();
    private int row;

    private AreaFile(ImportLimits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
        this.features = new FeatureReader(limits, findings);
    }

    static List<AreaRow> read(InputStream in, ImportLimits limits, Findings findings) throws IOException {
        AreaFile file = new AreaFile(limits, findings);
        try {
            file.collection(new LimitedStream(in, limits.file().toBytes()));
        } catch (FileTooLarge e) {
            findings.refuseFile("fileTooLarge", limits.file().toMegabytes(), limits.rows(), limits.points());
        } catch (JsonProcessingException e) {
            findings.refuseFile("notGeoJson");
        }
        if (file.row == 0 && findings.none()) {
            findings.refuseFile("empty");
        }
        return file.areas;
    }

    private void collection(InputStream in) throws IOException {
        int most = 2 * TOKENS_PER_POINT * limits.points() + TOKENS_BESIDE;
        try (FeatureParser json = new FeatureParser(MAPPER.createParser(in), most)) {
            boolean object = json.nextToken() == JsonToken.START_OBJECT;
            while (object && json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if ("features".equals(name) && value == JsonToken.START_ARRAY) {
                    features(json);
                } else {
                    json.skipChildren();
                }
            }
            if (!object || json.nextToken() != null) {
                findings.refuseFile("notGeoJson");
            }
        }
    }

    private void features(FeatureParser json) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (++row > limits.rows()) {
                throw new FileTooLarge();
            }
            json.nextFeature();
            add(MAPPER.readTree(json));
            json.nextFeature();
        }
    }

    private void add(@Nullable JsonNode feature) {
        if (feature != null) {
            features.read(row, feature).ifPresent(area -> areas.add(new AreaRow(row, area)));
        }
    }
}
