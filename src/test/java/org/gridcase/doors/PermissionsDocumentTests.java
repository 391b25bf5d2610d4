package org.gridcase.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents about permissions say what the tables of doors say; {@code -Dgridcase.docs=write} makes them. */
class PermissionsDocumentTests {
    private static final String BEGIN = "<!-- made from src/test/resources/doors; see PermissionsDocumentTests -->\n";
    private static final String END = "<!-- end -->";

    @ParameterizedTest
    @ValueSource(strings = {"mappings.txt", "engine.txt"})
    void everyDoorIsBehindOneAction(String table) {
        assertThat(PermissionTables.doors(table))
                .as("say in src/test/resources/doors/actions.txt what one does at a new door")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(DoorTable.read(table).doors());
    }

    @ParameterizedTest
    @CsvSource({"docs/permissions.md, en", "docs/permissions.zh-CN.md, zh"})
    void theDocumentIsUpToDate(Path document, String language) throws IOException {
        String now = Files.readString(document);
        int begin = now.indexOf(BEGIN) + BEGIN.length();
        int end = now.indexOf(END);
        assertThat(begin).as(BEGIN).isGreaterThanOrEqualTo(BEGIN.length()).isLessThanOrEqualTo(end);
        String right = now.substring(0, begin)
                + new PermissionTables(Locale.forLanguageTag(language)).all()
                + now.substring(end);
        if ("write".equals(System.getProperty("gridcase.docs"))) {
            Files.writeString(document, right);
        } else {
            assertThat(now).as("run with -Dgridcase.docs=write").isEqualTo(right);
        }
    }
}
