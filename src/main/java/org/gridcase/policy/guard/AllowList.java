package org.gridcase.policy.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** Which elements a kind of model may have, with which attributes, and what may stand inside. Read from a reviewed file. */
final class AllowList {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(Set<String> attributes, Set<String> children, boolean text) {}

    /** Lines of {@code element: attribute … | child …}; {@code #text} among the children allows words. */
    static AllowList at(String resource) {
        var list = new AllowList();
        try {
            new ClassPathResource(resource)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(list::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return list;
    }

    private void line(String line) {
        int colon = line.indexOf(": ");
        String[] parts = line.substring(colon + 2).split("\\|", -1);
        Set<String> children = words(parts[1]);
        entries.put(line.substring(0, colon), new Entry(words(parts[0]), children, children.contains("#text")));
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : Set.of(SPACE.split(text.strip()));
    }

    void check(String file, Tag tag, Findings findings) {
        Entry entry = entries.get(tag.name());
        if (entry == null) {
            findings.add(file, tag.place(), "policy.guard.element", tag.name());
            return;
        }
        tag.attributes().keySet().stream()
                .filter(name -> !entry.attributes().contains(name))
                .forEach(name -> findings.add(file, tag.place(), "policy.guard.attribute", name, tag.name()));
        if (!entry.text() && !tag.content().isEmpty()) {
            findings.add(file, tag.place(), "policy.guard.text", tag.name());
        }
        for (Tag child : tag.children()) {
            if (entry.children().contains(child.name())) {
                check(file, child, findings);
            } else {
                findings.add(file, child.place(), "policy.guard.element", child.name());
            }
        }
    }
}
