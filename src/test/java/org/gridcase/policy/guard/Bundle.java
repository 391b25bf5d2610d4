package org.gridcase.policy.guard;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The shipped folders with one thing changed. */
record Bundle(String name, Map<String, byte[]> files) {
    static final String CASE = "processes/case-handling/case-handling.bpmn";
    static final String MINOR = "processes/case-handling/minor-event.dmn";
    static final String EXTRA = "processes/extra/extra.bpmn";
    static final String HANDLE = "forms/handleCase.form";
    static final String STANDARD = Guard.FILING_STANDARD;
    static final String FILING = "rules/filing/filing.drl.xlsx";

    private static final Map<String, byte[]> SHIPPED = shipped();

    @Override
    public String toString() {
        return name;
    }

    static Bundle asShipped() {
        return new Bundle("as shipped", SHIPPED);
    }

    static Bundle with(String name, String path, byte[] content) {
        var files = new LinkedHashMap<>(SHIPPED);
        files.put(path, content);
        return new Bundle(name, files);
    }

    static Bundle with(String name, String path, String content) {
        return with(name, path, content.getBytes(StandardCharsets.UTF_8));
    }

    static Bundle without(String name, String path) {
        var files = new LinkedHashMap<>(SHIPPED);
        files.remove(path);
        return new Bundle(name, files);
    }

    /** That file, the first place that reads so being otherwise. */
    static Bundle changed(String name, String path, String reads, String otherwise) {
        String text = text(path);
        int at = text.indexOf(reads);
        if (at < 0) {
            throw new IllegalArgumentException(path + " does not read " + reads);
        }
        return with(name, path, text.substring(0, at) + otherwise + text.substring(at + reads.length()));
    }

    static String text(String path) {
        return new String(content(path), StandardCharsets.UTF_8);
    }

    static byte[] content(String path) {
        byte[] content = SHIPPED.get(path);
        if (content == null) {
            throw new IllegalArgumentException(path);
        }
        return content;
    }

    static Bundle table(String name, Consumer<XSSFWorkbook> change) {
        return table(name, FILING, change);
    }

    static Bundle table(String name, String path, Consumer<XSSFWorkbook> change) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(content(path)));
                var out = new ByteArrayOutputStream()) {
            change.accept(workbook);
            workbook.write(out);
            return with(name, path, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process of its own beside the shipped ones: a start, one step that leads on, an end, and whatever else. */
    static Bundle extra(String name, String step, String more) {
        return with(name, EXTRA, process("", step, more));
    }

    static String process(String head, String step, String more) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  id="extraDefinitions" targetNamespace="https://gridcase.org/bpmn">
                  %s
                  <bpmn:process id="extra" name="另一个" isExecutable="true" camunda:historyTimeToLive="P30D" camunda:isStartableInTasklist="false">
                    <bpmn:startEvent id="begun" />
                    <bpmn:sequenceFlow id="toStep" sourceRef="begun" targetRef="step" />
                    %s
                    <bpmn:sequenceFlow id="toEnd" sourceRef="step" targetRef="over" />
                    <bpmn:endEvent id="over" />
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(head, step, more).strip();
    }

    private static Map<String, byte[]> shipped() {
        var files = new LinkedHashMap<String, byte[]>();
        for (String folder : List.of("processes", "rules", "forms")) {
            try (var found = Files.walk(Path.of(folder))) {
                for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                    files.put(file.toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Map.copyOf(files);
    }
}
