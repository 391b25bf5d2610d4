package org.gridcase.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} answers every requirement, and the tests and classes it names exist. */
class SecurityDocumentTests {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| (\\d) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");
    private static final Set<String> OTHERS =
            Set.of("GRIDCASE_TLS", "SecureRandom", "JdbcClient", "OidcIdTokenValidator", "ACT_HI_OP_LOG", "Bearer");

    private final String document = Repository.text("docs/security.md");

    @Test
    void everyRequirementIsAnsweredOnce() {
        Map<String, String> asked = Repository.text("src/test/resources/asvs-5.0.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (a, b) -> b, TreeMap::new));
        assertThat(rows().collect(Collectors.toMap(row -> row.group(1), row -> row.group(2))))
                .containsExactlyInAnyOrderEntriesOf(asked);
    }

    @Test
    void everyAnswerIsOneOfThree() {
        assertThat(rows().map(row -> row.group(4))).allMatch(Set.of("done", "not applicable", "open")::contains);
    }

    @Test
    void whatIsDoneSaysWhere() {
        assertThat(rows().filter(row -> row.group(4).equals("done")))
                .isNotEmpty()
                .allMatch(row -> row.group(5).contains("`") || row.group(5).contains("]("), "names what shows it");
    }

    @Test
    void theSumIsRight() {
        Map<String, Long> sum = rows().collect(Collectors.groupingBy(row -> row.group(4), Collectors.counting()));
        assertThat(document)
                .contains("%d requirements, %d done, %d not applicable, %d open"
                        .formatted(rows().count(), sum.get("done"), sum.get("not applicable"), sum.get("open")));
    }

    @Test
    void whatIsNamedExists() throws IOException {
        Map<String, String> sources = sources();
        List<String> unknown = NAME.matcher(document)
                .results()
                .filter(name -> !OTHERS.contains(name.group(1)))
                .filter(name -> !sources.getOrDefault(name.group(1), "")
                        .contains(name.group(2) == null ? name.group(1) : " " + name.group(2) + "("))
                .map(MatchResult::group)
                .toList();
        assertThat(unknown).isEmpty();
    }

    private Stream<MatchResult> rows() {
        return ROW.matcher(document).results();
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")
                            && !file.endsWith("package-info.java")
                            && !file.toString().contains("/bad/"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> Repository.text(file.toString()),
                            String::concat));
        }
    }
}
