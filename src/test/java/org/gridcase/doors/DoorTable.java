package org.gridcase.doors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A reviewed file of doors. A line is method, path, what nobody in particular gets, what everybody signed in gets, and
 * who gets another answer: {@code GET /api/cases 401 200 admin=403}.
 */
public record DoorTable(List<Row> rows) {
    public static final String NOBODY = "-";

    public record Row(String method, String path, String anonymous, String staff, Map<String, String> others) {
        static Row of(String line) {
            String[] parts = line.strip().split("\\s+");
            Map<String, String> others = new TreeMap<>();
            Arrays.stream(parts).skip(4).map(part -> part.split("=")).forEach(pair -> Arrays.stream(pair[0].split(","))
                    .forEach(who -> others.put(who, pair[1])));
            return new Row(parts[0], parts[1], parts[2], parts[3], others);
        }

        public String door() {
            return method + " " + path;
        }

        public int expected(String account) {
            String answer = account.equals(NOBODY) ? anonymous : others.getOrDefault(account, staff);
            return Integer.parseInt(answer);
        }
    }

    public static DoorTable read(String name) {
        try (var file = Objects.requireNonNull(DoorTable.class.getResourceAsStream("/doors/" + name))) {
            Stream<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
            return new DoorTable(lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::of)
                    .toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> doors() {
        return rows.stream().map(Row::door).collect(Collectors.toList());
    }
}
