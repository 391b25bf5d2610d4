package org.gridcase.doors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** {@code doors/actions.txt}: every action in plain words. */
final class Actions {
    private record Narrowing(Words what, Set<String> only) {
        static final Narrowing NONE = new Narrowing(Words.NONE, Set.of());
    }

    private final Map<String, Narrowing> narrowings = new HashMap<>();
    private final List<Action> actions = new ArrayList<>();
    private String table = "";
    private Words group = Words.NONE;

    private Actions() {}

    static List<Action> read() {
        var actions = new Actions();
        lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).forEach(actions::take);
        return actions.actions;
    }

    private static java.util.stream.Stream<String> lines() {
        try (var file = Objects.requireNonNull(Actions.class.getResourceAsStream("/doors/actions.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(String line) {
        String[] parts = line.split(" *\\| *");
        if (line.startsWith("~ ")) {
            narrow(parts[0].split(" "), words(parts));
        } else if (line.startsWith("## ")) {
            table = parts[0].substring(3);
            group = words(parts);
        } else if (line.startsWith("@ ")) {
            begin(parts[0].substring(2), parts[1]);
        } else {
            actions.get(actions.size() - 1).doors().add(line.strip().replaceAll("\\s+", " "));
        }
    }

    private static Words words(String[] parts) {
        return new Words(parts[1], parts[2]);
    }

    private void narrow(String[] head, Words what) {
        narrowings.put(head[1], new Narrowing(what, head.length > 2 ? Set.of(head[2].split(",")) : Set.of()));
    }

    /** A first word that names a narrowing is one: sentences begin with a capital letter. */
    private void begin(String english, String chinese) {
        String[] parts = english.split(" ", 2);
        boolean narrowed = Character.isLowerCase(parts[0].charAt(0));
        Narrowing by = narrowed ? Objects.requireNonNull(narrowings.get(parts[0]), parts[0]) : Narrowing.NONE;
        var does = new Words(narrowed ? parts[1] : english, chinese);
        actions.add(new Action(table, group, does, by.what(), by.only(), new ArrayList<>()));
    }
}
