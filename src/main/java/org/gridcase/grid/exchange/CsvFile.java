package org.gridcase.grid.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a CSV file (RFC 4180) in UTF-8 whose header names exactly the columns we know. */
final class CsvFile {
    private final List<String> columns;
    private final ImportLimits limits;
    private final Findings findings;

    CsvFile(List<String> columns, ImportLimits limits, Findings findings) {
        this.columns = columns;
        this.limits = limits;
        this.findings = findings;
    }

    List<CsvRow> read(InputStream in) throws IOException {
        try {
            return rows(new CsvText(text(in)).lines());
        } catch (FileTooLarge e) {
            findings.refuseFile("fileTooLarge", limits.file().toMegabytes(), limits.rows(), limits.points());
        } catch (CharacterCodingException e) {
            findings.refuseFile("notUtf8");
        }
        return List.of();
    }

    private String text(InputStream in) throws IOException {
        byte[] bytes = new LimitedStream(in, limits.file().toBytes()).readAllBytes();
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private List<CsvRow> rows(List<CsvText.Line> lines) throws FileTooLarge {
        if (lines.isEmpty() || !lines.get(0).fields().equals(columns)) {
            findings.refuse(1, "file", "header", String.join(",", columns));
            return List.of();
        }
        if (lines.size() == 1) {
            findings.refuseFile("empty");
        }
        if (lines.size() - 1 > limits.rows()) {
            throw new FileTooLarge();
        }
        List<CsvRow> rows = new ArrayList<>();
        lines.stream().skip(1).forEach(line -> add(line, rows));
        return rows;
    }

    private void add(CsvText.Line line, List<CsvRow> rows) {
        if (line.fields().size() != columns.size()) {
            findings.refuse(line.number(), "file", "columns", line.fields().size(), columns.size());
            return;
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), line.fields().get(i));
        }
        rows.add(new CsvRow(line.number(), values));
    }
}
