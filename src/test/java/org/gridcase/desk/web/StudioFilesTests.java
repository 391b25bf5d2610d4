package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The studio's editors travel with us as they were bundled, and can be bundled again. */
class StudioFilesTests {
    private static final Path KEPT = Path.of("src/main/resources/static/gridcase/studio/vendor");
    private static final Path SOURCES = Path.of("studio");

    @Test
    void eachFileIsTheOneThatWasBundledAndThereIsNoOther() throws Exception {
        Map<String, String> should = Files.readAllLines(KEPT.resolve("SHA256SUMS")).stream()
                .map(line -> line.split("  ", 2))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0], (one, other) -> one, TreeMap::new));
        assertThat(should).isNotEmpty();
        assertThat(sums()).isEqualTo(should);
    }

    @Test
    void everyPackageIsPinnedAndNoneSaysWhereItWasFetched() throws IOException {
        assertThat(Files.readString(SOURCES.resolve("package-lock.json")))
                .contains("\"integrity\": \"sha512-")
                .doesNotContain("\"resolved\"", "http://registry", "https://registry");
        assertThat(Files.readAllLines(SOURCES.resolve("package.json")))
                .filteredOn(line -> line.matches("\\s+\"[^\"]*\": \"[~^].*"))
                .as("versions that may move")
                .isEmpty();
    }

    @Test
    void theMarkOfItsMakersIsNotHiddenAndTheirLicencesAreThere() throws IOException {
        assertThat(Files.readString(KEPT.resolve("THIRD-PARTY.txt"))).contains("bpmn-js 18", "dmn-js 17", "bpmn.io");
        assertThat(Files.readString(KEPT.resolveSibling("studio.css"))).doesNotContain("bjs-powered-by");
    }

    @Test
    void whatIsKeptIsWhatTheScriptMakes() throws Exception {
        assumeTrue(Files.isDirectory(SOURCES.resolve("node_modules")), "needs npm ci in studio/");
        Process node = new ProcessBuilder("node", "build.mjs", "--verify")
                .directory(SOURCES.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(said).isZero();
    }

    private static Map<String, String> sums() throws IOException {
        try (var files = Files.walk(KEPT)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("SHA256SUMS"))
                    .collect(Collectors.toMap(
                            file -> KEPT.relativize(file).toString().replace('\\', '/'),
                            StudioFilesTests::sum,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    private static String sum(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
