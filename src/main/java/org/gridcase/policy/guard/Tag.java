package org.gridcase.policy.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of a model, with its name and its attributes' names written as the allow-lists write them.
 *
 * @param text of its own, without that of its children
 */
record Tag(String name, Map<String, String> attributes, List<Tag> children, StringBuilder text, int line) {

    static Tag open(String name, int line) {
        return new Tag(name, new LinkedHashMap<>(), new ArrayList<>(), new StringBuilder(), line);
    }

    @Nullable
    String get(String attribute) {
        return attributes.get(attribute);
    }

    String get(String attribute, String otherwise) {
        return attributes.getOrDefault(attribute, otherwise);
    }

    /** Its id, else its name and line. */
    String place() {
        String id = get("id");
        return id == null ? name + ":" + line : id;
    }

    String content() {
        return text.toString().strip();
    }

    Stream<Tag> children(String named) {
        return children.stream().filter(child -> child.name.equals(named));
    }

    Stream<Tag> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Tag::all));
    }
}
