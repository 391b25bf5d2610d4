package org.gridcase.grid.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a CSV file that spreadsheets and our own import read. */
final class CsvWriter {
    private final Writer out;

    /** The mark at the beginning tells spreadsheets that it is UTF-8. */
    CsvWriter(OutputStream out, List<String> columns) throws IOException {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.out.write('\uFEFF');
        write(columns);
    }

    void write(List<String> fields) throws IOException {
        out.write(fields.stream().map(CsvWriter::escaped).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    void finish() throws IOException {
        out.flush();
    }

    private static String escaped(String field) {
        return field.matches("(?s).*[\",\r\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
