package org.gridcase.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code privacy/inventory.txt}: what every column of the database holds of a person. */
final class Inventory {
    private static final Path FILE = Path.of("src/test/resources/privacy/inventory.txt");
    private static final Set<String> CLASSES = Set.of("none", "ordinary", "personal", "sensitive");
    private static final Map<String, String> IN_CHINESE = Map.of("ordinary", "一般", "personal", "个人", "sensitive", "敏感");

    /** Columns of a table that are alike. */
    record Row(String kind, String table, Set<String> columns, List<String> words) {

        boolean covers(String column) {
            return columns.contains("*") || columns.contains(column);
        }

        boolean isOf(String name) {
            return table.endsWith("*") ? name.startsWith(table.substring(0, table.length() - 1)) : name.equals(table);
        }
    }

    private Inventory() {}

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readString(FILE, StandardCharsets.UTF_8).split("\n")) {
            if (line.startsWith("[")) {
                rows.add(row(line));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                rows.get(rows.size() - 1).words().add(line);
            }
        }
        return rows;
    }

    private static Row row(String line) {
        int end = line.indexOf(']');
        int colon = line.indexOf(':');
        String kind = line.substring(1, end);
        if (!CLASSES.contains(kind)) {
            throw new IllegalArgumentException(line);
        }
        var columns = Set.copyOf(Arrays.asList(line.substring(colon + 1).strip().split(" ")));
        return new Row(kind, line.substring(end + 1, colon).strip(), columns, new ArrayList<>());
    }

    /** What is of a person, as a table of the document. */
    static String table(Locale language) throws IOException {
        boolean chinese = language.getLanguage().equals("zh");
        var text = new StringBuilder(
                chinese
                        ? "| 表和列 | 内容 | 类别 | 谁能看 | 保存多久 | 如何删除 |\n|---|---|---|---|---|---|\n"
                        : "| Table and columns | What it is | Class | Who sees it | Kept | Erased |\n|---|---|---|---|---|---|\n");
        for (Row row : rows()) {
            if (!row.kind().equals("none")) {
                String[] words = row.words().get(chinese ? 1 : 0).split(" \\| ");
                text.append("| `%s`: %s | %s | %s | %s | %s | %s |\n"
                        .formatted(
                                row.table(),
                                String.join(
                                        ", ", row.columns().stream().sorted().toList()),
                                words[0],
                                chinese ? IN_CHINESE.get(row.kind()) : row.kind(),
                                words[1],
                                words[2],
                                words[3]));
            }
        }
        return text.toString();
    }
}
