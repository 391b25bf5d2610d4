package org.gridcase.doors;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of {@code docs/permissions.md}, made from the answers that are tried over HTTP. */
final class PermissionTables {
    private static final Map<String, String> ROLES = Map.of(
            "worker", "grid-worker",
            "leader", "grid-leader",
            "filing", "filing-clerk",
            "dispatch", "dispatcher",
            "handler", "handler",
            "checker", "checker",
            "supervisor", "supervisor",
            "analyst", "analyst",
            "approver", "approver",
            "admin", "administrator");
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "mappings.txt",
            EveryMappingTests.CALLERS,
            "engine.txt",
            List.of(
                    DoorTable.NOBODY,
                    "worker",
                    "filing",
                    "supervisor",
                    "analyst",
                    "admin",
                    "worker2",
                    "filing2",
                    "supervisor2"));
    private static final String YES = "✓";
    private static final String PARTLY = "(✓)";
    private static final String NO = "–";

    private final Locale language;
    private final ResourceBundle names;
    private final Map<String, Map<String, DoorTable.Row>> rows;

    PermissionTables(Locale language) {
        this.language = language;
        this.names = ResourceBundle.getBundle(
                "messages/identity", language.equals(Locale.ENGLISH) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        this.rows = COLUMNS.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), table -> DoorTable.read(table).rows().stream()
                        .collect(Collectors.toMap(DoorTable.Row::door, Function.identity()))));
    }

    String all() {
        var tables = new StringBuilder();
        Words group = Words.NONE;
        for (Action action : Actions.read()) {
            if (!action.group().equals(group)) {
                group = action.group();
                tables.append("\n### ")
                        .append(group.in(language))
                        .append("\n\n")
                        .append(head(action.table()));
            }
            tables.append(line(action));
        }
        return tables.append("\n").toString();
    }

    private String head(String table) {
        List<String> columns = columns(table);
        String first = new Words("| Action | Of what |", "| 动作 | 范围 |").in(language);
        return first + columns.stream().map(this::name).collect(joining(" | ", " ", " |\n")) + "|---|---|"
                + columns.stream().map(column -> ":-:").collect(joining("|", "", "|\n"));
    }

    private static List<String> columns(String table) {
        return Objects.requireNonNull(COLUMNS.get(table), table);
    }

    private DoorTable.Row row(String table, String door) {
        return Objects.requireNonNull(
                Objects.requireNonNull(rows.get(table), table).get(door), door);
    }

    private String name(String account) {
        if (account.equals(DoorTable.NOBODY)) {
            return new Words("No account", "无账号").in(language);
        }
        boolean elsewhere = account.endsWith("2");
        String role = names.getString("identity.role." + ROLES.get(account.replace("2", "")));
        return elsewhere ? role + new Words(" of another district", "（外区）").in(language) : role;
    }

    private String line(Action action) {
        String cells = columns(action.table()).stream()
                .map(account -> cell(action, account))
                .collect(joining(" | "));
        return "| " + action.does().in(language) + " | " + action.narrowed().in(language) + " | " + cells + " |\n";
    }

    /** @throws IllegalStateException if the doors of an action are not open to the same people */
    private String cell(Action action, String account) {
        List<String> cells = action.doors().stream()
                .map(door -> row(action.table(), door))
                .map(row -> mark(action, row, account))
                .distinct()
                .toList();
        if (cells.size() != 1) {
            throw new IllegalStateException(account + " gets " + cells + " at the doors of " + action.does());
        }
        return cells.get(0);
    }

    private static String mark(Action action, DoorTable.Row row, String account) {
        int answer = row.expected(account);
        boolean signIn = account.equals(DoorTable.NOBODY) && answer == 302;
        boolean closed = answer == 401 || answer == 403 || signIn;
        boolean theirs = action.only().isEmpty() || action.only().contains(account);
        if (closed || !theirs) {
            return NO;
        }
        if (action.table().equals("engine.txt") && answer >= 400) {
            return Integer.toString(answer);
        }
        return action.narrowed().equals(Words.NONE) ? YES : PARTLY;
    }

    /** Every door behind some action. */
    static Stream<String> doors(String table) {
        return Actions.read().stream()
                .filter(action -> action.table().equals(table))
                .flatMap(action -> action.doors().stream());
    }
}
