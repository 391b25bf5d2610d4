package org.gridcase.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridcase.testing.HttpCityTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The document about what is personal tells of every column there is; {@code -Dgridcase.docs=write} makes it. */
@HttpCityTest
class InventoryTests {
    private static final String BEGIN =
            "<!-- made from src/test/resources/privacy/inventory.txt; see InventoryTests -->\n";
    private static final String END = "<!-- end -->";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RetentionSettings settings;

    @Test
    void everyColumnIsClassifiedOnce() throws IOException {
        List<Map<String, Object>> columns = jdbc.sql("""
                        select c.table_name, c.column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'""").query().listOfRows();
        Set<String> unknown = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        List<Inventory.Row> rows = Inventory.rows();
        for (var column : columns) {
            String table = String.valueOf(column.get("table_name"));
            String name = String.valueOf(column.get("column_name"));
            long rowsOfIt = rows.stream()
                    .filter(row -> row.isOf(table) && row.covers(name))
                    .count();
            if (rowsOfIt != 1) {
                (rowsOfIt == 0 ? unknown : twice).add(table + "." + name);
            }
        }
        assertThat(unknown)
                .as("say in src/test/resources/privacy/inventory.txt what a new column holds of a person")
                .isEmpty();
        assertThat(twice).isEmpty();
        assertThat(columns).hasSizeGreaterThan(200);
    }

    @Test
    void noRowTellsOfAColumnThatIsNoMore() throws IOException {
        for (Inventory.Row row : Inventory.rows()) {
            for (String column : row.columns()) {
                if (!row.table().endsWith("*") && !column.equals("*")) {
                    assertThat(jdbc.sql("select count(*) from information_schema.columns where table_name = ?"
                                            + " and column_name = ? and table_schema = 'public'")
                                    .params(row.table(), column)
                                    .query(Integer.class)
                                    .single())
                            .as(row.table() + "." + column)
                            .isEqualTo(1);
                }
            }
        }
    }

    @Test
    void thePeriodsAreThoseThatAreSet() throws IOException {
        String told = Inventory.table(Locale.ENGLISH).replace(",", "");
        settings.keep()
                .forEach((kind, period) -> assertThat(told).contains("`" + kind + "`: " + period.toDays() + " days"));
    }

    @ParameterizedTest
    @CsvSource({"docs/privacy.md, en", "docs/privacy.zh-CN.md, zh"})
    void theDocumentIsUpToDate(Path document, String language) throws IOException {
        String now = Files.readString(document);
        int begin = now.indexOf(BEGIN) + BEGIN.length();
        int end = now.indexOf(END);
        assertThat(begin).as(BEGIN).isGreaterThanOrEqualTo(BEGIN.length()).isLessThanOrEqualTo(end);
        String right = now.substring(0, begin)
                + "\n" + Inventory.table(Locale.forLanguageTag(language)) + "\n"
                + now.substring(end);
        if ("write".equals(System.getProperty("gridcase.docs"))) {
            Files.writeString(document, right);
        } else {
            assertThat(now).as("run with -Dgridcase.docs=write").isEqualTo(right);
        }
    }
}
