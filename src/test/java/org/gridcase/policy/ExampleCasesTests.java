package org.gridcase.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.SoftAssertions;
import org.gridcase.policy.table.RuleBases;
import org.gridcase.policy.table.RuleBasesForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleCasesTests {
    private static final RuleBases RULES = RuleBasesForTests.keeping(8);

    @AfterAll
    static void dispose() {
        RULES.destroy();
    }

    @ParameterizedTest
    @MethodSource("org.gridcase.policy.ExampleCases#all")
    void everyExampleCaseComesOutAsWritten(ExampleCases table) {
        SoftAssertions softly = new SoftAssertions();
        table.cases().forEach(example -> softly.assertThat(table.answer(RULES, example))
                .as("%s", example)
                .isEqualTo(ExampleCases.expected(example)));
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("org.gridcase.policy.ExampleCases#all")
    void everyRowHasAnExampleCase(ExampleCases table) throws IOException {
        Set<String> shown = table.cases().stream()
                .map(example -> example.get("expected.row"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).isEqualTo(rows(table.spreadsheet()));
    }

    private static Set<String> rows(byte[] spreadsheet) throws IOException {
        Set<String> rows = new TreeSet<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(spreadsheet))) {
            boolean data = false;
            for (var row : workbook.getSheetAt(0)) {
                if (data) {
                    rows.add(row.getCell(0).getStringCellValue());
                }
                data |= row.getCell(0).getStringCellValue().equals("行号");
            }
        }
        return rows;
    }
}
