package org.gridcase.policy;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in a bundle a file belongs that came under a name of its sender's choosing. */
final class Places {
    private static final Pattern FOLDERS = Pattern.compile("(?:^|.*?/)((?:processes|rules|forms)/.+)");
    private static final Pattern PROCESS =
            Pattern.compile("<(?:[A-Za-z0-9_-]{1,20}:)?process\\s[^>]{0,2000}?\\bid=\"([a-z0-9-]{1,60})\"");
    private static final Pattern DECISION =
            Pattern.compile("<(?:[A-Za-z0-9_-]{1,20}:)?decision\\s[^>]{0,2000}?\\bid=\"([a-z0-9-]{1,60})\"");
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9]{1,60})\\.form");
    /** As it is exported, and as browsers name it when they have one. */
    private static final Pattern STANDARD = Pattern.compile("filing-standard(?:-v\\d+)?(?: ?\\(\\d+\\))?\\.xlsx");

    private static final Pattern TABLE = Pattern.compile("([a-z0-9-]{1,60})(?:\\.drl)?\\.xlsx");
    /** So far into a file its process or decision is looked for. */
    private static final int HEAD = 64 << 10;

    private final Collection<String> paths;

    /** @param paths of the files that the bundle has */
    Places(Collection<String> paths) {
        this.paths = paths;
    }

    /**
     * In its folder if the name has one; else where a file of that name lies; else where what it holds belongs.
     *
     * @throws UploadRefused if the name leads elsewhere, or it cannot be told
     */
    String of(NamedFile file) {
        String name = file.name().replace('\\', '/').strip();
        if (name.isEmpty()
                || name.startsWith("/")
                || name.matches("(.*/)?\\.\\.?(/.*)?|[A-Za-z]:.*")
                || name.chars().anyMatch(Character::isISOControl)) {
            throw UploadRefused.badName(file.name());
        }
        Matcher placed = FOLDERS.matcher(name);
        if (placed.matches()) {
            return placed.group(1);
        }
        String simple = name.substring(name.lastIndexOf('/') + 1);
        List<String> namesakes =
                paths.stream().filter(path -> path.endsWith("/" + simple)).toList();
        if (namesakes.size() == 1) {
            return namesakes.get(0);
        }
        return byContent(simple, file.content())
                .filter(path -> namesakes.isEmpty() || namesakes.contains(path))
                .orElseThrow(() -> namesakes.isEmpty()
                        ? UploadRefused.noPlace(simple)
                        : UploadRefused.ambiguous(simple, namesakes));
    }

    private Optional<String> byContent(String name, byte[] content) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".bpmn")) {
            return process(content).map(key -> "processes/" + key + "/" + key + ".bpmn");
        }
        if (lower.endsWith(".dmn")) {
            return first(DECISION, content).map(this::decision);
        }
        Matcher form = FORM.matcher(name);
        if (form.matches()) {
            return Optional.of("forms/" + name);
        }
        if (STANDARD.matcher(lower).matches()) {
            return Optional.of(Standards.PATH);
        }
        Matcher table = TABLE.matcher(lower);
        return table.matches()
                ? Optional.of("rules/" + table.group(1) + "/" + table.group(1) + ".drl.xlsx")
                : Optional.empty();
    }

    /** Tables lie beside the process that they belong to, which a new one does not say. */
    private String decision(String key) {
        return paths.stream()
                .filter(path -> path.endsWith("/" + key + ".dmn"))
                .findFirst()
                .orElse("processes/" + key + "/" + key + ".dmn");
    }

    /** The key of the first process in a model. */
    static Optional<String> process(byte[] content) {
        return first(PROCESS, content);
    }

    /** The key of the first decision in a model. */
    static Optional<String> decision(byte[] content) {
        return first(DECISION, content);
    }

    private static Optional<String> first(Pattern what, byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.UTF_8);
        Matcher found = what.matcher(head);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
