package org.gridcase.identity.roster;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a file of grants.
 *
 * @param act {@code give} or {@code take}; anything else is not understood
 */
record GrantLine(int number, String act, GrantOrder order) {
    static final String GIVE = "give";
    static final String TAKE = "take";

    private static final int MOST = 200_000;
    private static final int LONGEST = 1_000;

    static GrantLine of(int number, String act, String account, String group, String reason) {
        return new GrantLine(number, act.strip(), GrantOrder.of(account.strip(), group.strip(), reason));
    }

    /** Spreadsheets write a mark before the first line; empty lines and those after a # say nothing. */
    static List<GrantLine> read(Path file, String reason) throws IOException {
        List<GrantLine> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (number > MOST || line.length() > LONGEST) {
                    throw new IOException("more than " + MOST + " lines, or one longer than " + LONGEST);
                }
                String text = line.replace("\uFEFF", "").strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    lines.add(read(number, text, reason));
                }
            }
        }
        return lines;
    }

    private static GrantLine read(int number, String text, String reason) {
        String[] cells = text.split(",", -1);
        return cells.length == 3
                ? of(number, cells[0], cells[1], cells[2], reason)
                : new GrantLine(number, "", new GrantOrder("", "", "", reason));
    }
}
