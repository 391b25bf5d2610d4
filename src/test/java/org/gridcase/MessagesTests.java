package org.gridcase;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTests {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path SOURCES = Path.of("src/main/java/org/gridcase");
    private static final Pattern REFUSAL_KEY =
            Pattern.compile("Kind\\.[A-Z_]+,\\s*\"([^\"]+)\"|(?:this|super|new \\w+)\\(kind, \"([^\"]+)\"");

    static Stream<String> modules() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.replaceAll("_(zh_CN|en)\\.properties", ""))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void bothLanguagesSayTheSameThings(String module) throws IOException {
        var chinese = bundle(module, "zh_CN");
        var english = bundle(module, "en");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            // a form's label is an argument in each language, of which a sentence takes its own
            assertThat(arguments(chinese.getProperty(key))).as(key).hasSameSizeAs(arguments(english.getProperty(key)));
        }
    }

    /** The database speaks before there are messages to look up, so it reads its own. */
    @Test
    void everyBundleIsRead() throws IOException {
        var settings = Files.readString(Path.of("src/main/resources/application.yml"));
        assertThat(modules().filter(module -> !module.equals("database")))
                .allSatisfy(module -> assertThat(settings).contains("messages/" + module));
    }

    @Test
    void everyRefusalHasItsSentence() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String module : modules().toList()) {
            known.addAll(bundle(module, "zh_CN").stringPropertyNames());
        }
        Set<String> used = refusalKeys();
        assertThat(used).hasSizeGreaterThan(30);
        assertThat(known).containsAll(used);
    }

    private static Set<String> refusalKeys() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            Set<String> keys = new TreeSet<>();
            for (Path source : sources) {
                REFUSAL_KEY
                        .matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .filter(key -> !key.endsWith("."))
                        .forEach(keys::add);
            }
            return keys;
        }
    }

    private static Set<Integer> arguments(String sentence) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(sentence)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .collect(toCollection(TreeSet::new));
    }

    private static Properties bundle(String module, String language) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(BUNDLES.resolve(module + "_" + language + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
