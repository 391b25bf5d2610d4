package org.gridcase.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives are unpacked with suspicion, and files find their places. */
class UploadsTests {
    private static final List<String> PATHS = List.of(
            "processes/case-handling/case-handling.bpmn",
            "processes/case-handling/minor-event.dmn",
            "rules/routing/routing.drl.xlsx",
            "rules/routing/cases.csv",
            "rules/filing/cases.csv",
            "forms/handleCase.form");
    private final Places places = new Places(PATHS);

    @ParameterizedTest
    @CsvSource({
        "case-handling.bpmn, x, processes/case-handling/case-handling.bpmn",
        "my/desk/case-handling.bpmn, x, processes/case-handling/case-handling.bpmn",
        "C_drive\\routing.drl.xlsx, x, rules/routing/routing.drl.xlsx",
        "routing.xlsx, x, rules/routing/routing.drl.xlsx",
        "diagram_1.bpmn, '<bpmn:process id=\"case-handling\">', processes/case-handling/case-handling.bpmn",
        "新流程.bpmn, '<process name=\"x\" id=\"night-patrol\">', processes/night-patrol/night-patrol.bpmn",
        "table.dmn, '<decision id=\"minor-event\">', processes/case-handling/minor-event.dmn",
        "askAgain.form, {}, forms/askAgain.form",
        "bundle/rules/filing/cases.csv, x, rules/filing/cases.csv",
        "rules/new/new.drl.xlsx, x, rules/new/new.drl.xlsx"
    })
    void aFileGoesWhereItsFolderItsNameOrItsContentSays(String name, String content, String path) {
        assertThat(places.of(file(name, content))).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "cases.csv, policy.upload.ambiguous",
        "mayor.png, policy.upload.noPlace",
        "empty.bpmn, policy.upload.noPlace",
        "../x.bpmn, policy.upload.badName",
        "processes/../../x.bpmn, policy.upload.badName",
        "processes/./x.bpmn, policy.upload.badName",
        "..\\forms\\x.form, policy.upload.badName",
        "/forms/x.form, policy.upload.badName",
        "C:/forms/x.form, policy.upload.badName",
        "' ', policy.upload.badName"
    })
    void whatCannotBeToldOrLeadsElsewhereIsRefused(String name, String key) {
        assertThatThrownBy(() -> places.of(file(name, "x"))).hasMessage(key);
    }

    @Test
    void anArchiveIsItsFilesWithoutFoldersAndWhatSystemsAdd() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("forms/", new byte[0]);
        files.put("forms/handleCase.form", "{}".getBytes());
        files.put("__MACOSX/forms/._handleCase.form", new byte[5]);
        files.put("forms/.DS_Store", new byte[5]);
        assertThat(Archive.unpack(new NamedFile("x.zip", zip(files))))
                .extracting(NamedFile::name)
                .containsExactly("forms/handleCase.form");
        byte[] packed = Archive.pack(Map.of("forms/a.form", "a".getBytes()));
        assertThat(Archive.unpack(new NamedFile("x.zip", packed))).hasSize(1);
    }

    @Test
    void aBombIsLeftUnopened() throws IOException {
        refused(zip(Map.of("rules/a/a.drl.xlsx", new byte[5 << 20])), "policy.upload.tooLarge");
        refused(zip(Map.of("rules/a/a.drl.xlsx", new byte[4 << 20])), "policy.upload.tooDense");
        Map<String, byte[]> many = new TreeMap<>();
        IntStream.range(0, 201).forEach(n -> many.put("forms/a" + n + ".form", new byte[] {1}));
        refused(zip(many), "policy.upload.tooMany");
        Map<String, byte[]> folders = new TreeMap<>();
        IntStream.range(0, 1_001).forEach(n -> folders.put("forms/a" + n + "/", new byte[0]));
        refused(zip(folders), "policy.upload.tooMany");
        Map<String, byte[]> large = new TreeMap<>();
        var random = new java.util.Random(7);
        IntStream.range(0, 5).forEach(n -> {
            byte[] noise = new byte[(4 << 20) - 1];
            random.nextBytes(noise);
            large.put("rules/a" + n + "/a.drl.xlsx", noise);
        });
        refused(zip(large), "policy.upload.tooLarge");
    }

    @Test
    void aFileTwiceIsRefusedHoweverItIsSpelt() throws IOException {
        refused(zip(Map.of("forms/a.form", new byte[] {1}, "forms/A.form", new byte[] {2})), "policy.upload.twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "no archive at all", "<html>"})
    void whatIsNoArchiveIsRefused(String content) {
        refused(content.getBytes(StandardCharsets.UTF_8), "policy.upload.noArchive");
    }

    @Test
    void aBrokenArchiveIsRefused() throws IOException {
        byte[] whole =
                zip(Map.of("forms/a.form", "{\"type\": \"default\"}".repeat(50).getBytes()));
        for (int length : new int[] {10, 40, whole.length / 2}) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Archive.unpack(new NamedFile("x.zip", cut)))
                    .as(String.valueOf(length))
                    .hasMessage("policy.upload.noArchive");
        }
        byte[] broken = whole.clone();
        Arrays.fill(broken, 40, 60, (byte) 7);
        refused(broken, "policy.upload.noArchive");
    }

    private static void refused(byte[] archive, String key) {
        assertThatThrownBy(() -> Archive.unpack(new NamedFile("x.zip", archive)))
                .hasMessage(key);
    }

    private static NamedFile file(String name, String content) {
        return new NamedFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
