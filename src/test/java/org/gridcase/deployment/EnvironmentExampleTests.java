package org.gridcase.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridcase.deployment.ComposeFile.Variable;
import org.junit.jupiter.api.Test;

/** {@code .env.example} and the compose file name the same variables, and nothing in it works unread. */
class EnvironmentExampleTests {
    private static final Pattern REQUIRED = Pattern.compile("(?m)^([A-Z_]+)=(.*)$");
    private static final Pattern OPTIONAL = Pattern.compile("(?m)^# ([A-Z_]+)=(.*)$");

    private final String example = Repository.text(".env.example");

    @Test
    void whatMustBeSetIsThereAndEmpty() {
        Map<String, String> required = found(REQUIRED);
        assertThat(required.keySet()).containsExactlyInAnyOrderElementsOf(names(true));
        assertThat(required.values()).allMatch(String::isEmpty);
    }

    @Test
    void whatMayBeSetIsThereWithItsDefault() {
        Map<String, String> defaults = ComposeFile.read().variables().stream()
                .filter(variable -> !variable.required())
                .collect(Collectors.toMap(
                        Variable::name, Variable::otherwise, (a, b) -> a.equals(b) ? a : a + " or " + b));
        assertThat(found(OPTIONAL)).containsExactlyInAnyOrderEntriesOf(defaults);
    }

    @Test
    void everythingIsExplained() {
        List<String> lines = example.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            if (REQUIRED.matcher(lines.get(at)).matches()
                    || OPTIONAL.matcher(lines.get(at)).matches()) {
                // a name and its password, or two ports, share what is said above them
                assertThat(lines.get(at - 1) + lines.get(Math.max(0, at - 2)))
                        .as(lines.get(at))
                        .contains("# ");
            }
        }
    }

    @Test
    void theFilledInFileStaysOutOfGit() {
        assertThat(Repository.text(".gitignore").lines()).contains(".env");
        assertThat(Repository.text("deploy/certificates/.gitignore").lines()).contains("*");
    }

    private static List<String> names(boolean required) {
        return ComposeFile.read().variables().stream()
                .filter(variable -> variable.required() == required)
                .map(Variable::name)
                .distinct()
                .toList();
    }

    private Map<String, String> found(Pattern line) {
        return line.matcher(example)
                .results()
                .collect(Collectors.toMap(entry -> entry.group(1), entry -> entry.group(2), (a, b) -> b, TreeMap::new));
    }
}
