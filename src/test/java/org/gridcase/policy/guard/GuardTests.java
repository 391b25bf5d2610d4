package org.gridcase.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.catalogue.ShippedStandard;
import org.gridcase.policy.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuardTests {
    private static final long MOST_BYTES = 256L << 20;
    private final Guard guard = new Guard(ShippedStandard.sheets());

    static Stream<Bundle> hostile() {
        return Hostile.all();
    }

    static Stream<Bundle> benign() {
        return Benign.all();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefusedWithItsReasonAndWithoutWearingTheProgramOut(Bundle bundle) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        List<Finding> findings = findings(bundle);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as("bytes taken by all of it, those given back too")
                .isLessThan(MOST_BYTES);
        assertThat(findings).as(bundle.name()).isNotEmpty();
        assertThat(findings).hasSizeLessThanOrEqualTo(Findings.MOST + 200);
    }

    @ParameterizedTest
    @MethodSource("benign")
    void isAccepted(Bundle bundle) {
        assertThat(findings(bundle)).as(bundle.name()).isEmpty();
    }

    @Test
    void bothCorporaAreLarge() {
        assertThat(Hostile.all().map(Bundle::name).distinct().count()).isGreaterThanOrEqualTo(120);
        assertThat(Benign.all().map(Bundle::name).distinct().count()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void whatIsWrongIsNamedWithFilePlaceAndReason() {
        assertThat(findings(Bundle.changed("x", Bundle.CASE, "${outcome == 'filed'}", "${cases.close()}")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.file()).isEqualTo(Bundle.CASE);
                    assertThat(one.place()).startsWith("conditionExpression:");
                    assertThat(one.key()).isEqualTo("policy.guard.expression");
                    assertThat(one.arguments()).containsExactly("${cases.close()}");
                });
    }

    @Test
    void everyReasonIsSaidInBothLanguages() throws IOException {
        var key = Pattern.compile("\"(policy\\.guard\\.[A-Za-z]+)\"");
        List<String> used;
        try (var sources = Files.walk(Path.of("src/main/java/org/gridcase/policy/guard"))) {
            used = sources.filter(Files::isRegularFile)
                    .flatMap(source -> key.matcher(read(source)).results().map(found -> found.group(1)))
                    .distinct()
                    .collect(Collectors.toList());
        }
        assertThat(used).hasSizeGreaterThan(40);
        for (String language : List.of("zh_CN", "en")) {
            var said = new Properties();
            try (var in = Files.newBufferedReader(
                    Path.of("src/main/resources/messages/policy_" + language + ".properties"))) {
                said.load(in);
            }
            assertThat(said.stringPropertyNames()).containsAll(used);
        }
    }

    private List<Finding> findings(Bundle bundle) {
        return guard.findings(bundle.files(), Known.CONTRACTS);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
