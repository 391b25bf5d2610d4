package org.gridcase.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker-compose.yml}: its text, and what it says. */
record ComposeFile(String text, Map<String, ?> root) {
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)(?:(:[?-])([^}]*))?}");

    /** A service of the file. */
    record Service(String name, Map<String, ?> says) {

        List<?> list(String key) {
            Object value = says.get(key);
            return value instanceof Map<?, ?> map
                    ? List.copyOf(map.keySet())
                    : value == null ? List.of() : (List<?>) value;
        }

        Map<?, ?> map(String key) {
            return ComposeFile.map(says, key);
        }

        String word(String key) {
            return String.valueOf(says.get(key));
        }

        Stream<Mount> mounts() {
            return list("volumes").stream().map(Mount::of);
        }

        /** What a variable of its environment is set to, {@code .env} filled in. */
        Map<String, String> environment(Map<String, String> values) {
            Map<String, String> set = new LinkedHashMap<>();
            map("environment").forEach((key, value) -> set.put(key.toString(), filled(value.toString(), values)));
            return set;
        }
    }

    /** A volume or a file of the repository in a service. */
    record Mount(String source, String target, boolean readOnly) {

        static Mount of(Object entry) {
            if (entry instanceof Map<?, ?> said) {
                return new Mount(
                        String.valueOf(said.get("source")),
                        String.valueOf(said.get("target")),
                        Boolean.TRUE.equals(said.get("read_only")));
            }
            String[] parts = entry.toString().split(":");
            return new Mount(parts[0], parts[1], parts.length > 2 && parts[2].equals("ro"));
        }

        boolean file() {
            return source.startsWith(".") || source.startsWith("/");
        }
    }

    /** A variable the file takes from the environment: must it be set, and what else is it. */
    record Variable(String name, boolean required, String otherwise) {}

    static ComposeFile read() {
        return of(Repository.text("docker-compose.yml"));
    }

    static ComposeFile of(String text) {
        var strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        return new ComposeFile(text, new Yaml(new SafeConstructor(strict)).load(text));
    }

    List<Service> services() {
        return map(root, "services").entrySet().stream()
                .map(entry -> new Service(entry.getKey().toString(), mapOf(entry.getValue())))
                .toList();
    }

    Service service(String name) {
        return services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Set<String> names(String kind) {
        return map(root, kind).keySet().stream().map(Object::toString).collect(Collectors.toSet());
    }

    Set<Variable> variables() {
        return VARIABLE.matcher(text)
                .results()
                .map(found -> new Variable(
                        found.group(1),
                        !":-".equals(found.group(2)),
                        ":-".equals(found.group(2)) ? found.group(3) : ""))
                .collect(Collectors.toCollection(
                        () -> new TreeSet<>(java.util.Comparator.comparing(Variable::toString))));
    }

    static String filled(String text, Map<String, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> values.getOrDefault(
                        found.group(1), ":-".equals(found.group(2)) ? found.group(3) : found.group(1)));
    }

    static Map<?, ?> map(Map<String, ?> of, String key) {
        return of.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Map<String, ?> mapOf(Object value) {
        return ((Map<?, ?>) value)
                .entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().toString(),
                                Map.Entry::getValue,
                                (a, b) -> b,
                                LinkedHashMap::new));
    }
}
