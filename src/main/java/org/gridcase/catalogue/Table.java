package org.gridcase.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** Reads our own comma-separated files, which hold no quotes and no commas within a cell. */
final class Table {
    private Table() {}

    /** The rows, each by column name. */
    static List<Map<String, String>> read(String file) {
        List<String> lines = lines(file);
        String[] header = lines.get(0).split(",", -1);
        return lines.stream().skip(1).map(line -> row(file, header, line)).toList();
    }

    private static Map<String, String> row(String file, String[] header, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != header.length || line.indexOf('"') >= 0) {
            throw new IllegalStateException(file + ": " + line);
        }
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i], cells[i]);
        }
        return row;
    }

    private static List<String> lines(String file) {
        try {
            return new ClassPathResource("catalogue/" + file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
