package org.gridcase.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CatalogueTest
class FilingStandardTests {
    @Autowired
    FilingStandard standard;

    @Autowired
    Catalogue catalogue;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Editions editions;

    private Workbooks workbooks;

    @BeforeEach
    void startFromWhatWeShip() {
        jdbc.sql("delete from filing_row where version > 1").update();
        jdbc.sql("delete from catalogue_version where version > 1").update();
        editions.refresh();
        workbooks = new Workbooks(standard);
    }

    @Test
    void hasARowForEveryClassSoThatNoCaseGetsStuck() {
        assertThat(catalogue.all()).allSatisfy(one -> assertThat(standard.rowsFor(one.serviceCode()))
                .as(one.serviceCode())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.code()).startsWith(one.serviceCode() + "-")));
    }

    @Test
    void marksEveryShippedLimitAsASample() {
        assertThat(editions.current().rows()).allMatch(FilingRow::sample);
    }

    @ParameterizedTest
    @CsvSource({
        "M06010-1, 2, WORKING_HOURS, SANITATION",
        "M06010-2, 4, WORKING_HOURS, SANITATION",
        "M06012-1, 2, WORKING_HOURS, SANITATION",
        "L01003-1, 4, WORKING_HOURS, MUNICIPAL_WORKS",
        "M04013-1, 5, WORKING_DAYS, LANDSCAPE",
        "M06001-2, 20, WORKING_DAYS, URBAN_MANAGEMENT",
        "M01001-1, 3, URGENT_HOURS, WATER",
        "M01037-1, 8, URGENT_HOURS, MUNICIPAL_WORKS",
    })
    void shipsTheLimitsSeenInPractice(String code, int amount, LimitKind kind, UnitKind unit) {
        FilingRow row = standard.row(code).orElseThrow();

        assertThat(row.limit()).isEqualTo(new Limit(amount, kind));
        assertThat(row.unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN", "en"})
    void comesBackUnchangedFromItsOwnSpreadsheet(String language) throws IOException {
        List<FilingRow> before = editions.current().rows();
        byte[] file = workbooks.exported(Locale.forLanguageTag(language));

        ImportReport report = standard.importXlsx(new ByteArrayInputStream(file));

        assertThat(report.refused()).isEmpty();
        assertThat(report.version()).isEqualTo(2);
        assertThat(editions.current().rows()).isEqualTo(before);
    }

    @Test
    void keepsOldRowsForTheCasesThatNameThem() throws IOException {
        String before = standard.row("M06010-1").orElseThrow().condition();

        standard.importXlsx(workbooks.withCell(rowOf("M06010-1"), FilingColumn.CONDITION, "新的条件"), "approver");

        assertThat(standard.version()).isEqualTo(2);
        assertThat(standard.row("M06010-1")).map(FilingRow::condition).contains("新的条件");
        assertThat(standard.row("M06010-1", 1)).map(FilingRow::condition).contains(before);
        assertThat(standard.row("M06010-1", 2)).map(FilingRow::condition).contains("新的条件");
        assertThat(standard.row("M06010-1", 3)).isEmpty();
        assertThat(jdbc.sql("select loaded_by from catalogue_version where version = 2")
                        .query(String.class)
                        .single())
                .isEqualTo("approver");
    }

    @ParameterizedTest
    @CsvSource({
        "垃圾🗑️堆放👨‍👩‍👧",
        "<script>alert(1)</script> & \"引号\" '; drop table filing_row; --",
        "=1+1",
        "_x0041_ stays as it is",
        "第一行\\n第二行\\t完",
        "' 前后有空格 '",
    })
    void keepsAnyTextAsText(String given) throws IOException {
        String text = given.replace("\\n", "\n").replace("\\t", "\t");
        String raw = Escapes.write(text);
        standard.importXlsx(workbooks.withCell(1, FilingColumn.CONDITION, raw));
        assertThat(editions.current().rows().get(0).condition()).isEqualTo(text);

        standard.importXlsx(new ByteArrayInputStream(workbooks.exported(Locale.ENGLISH)));

        assertThat(standard.version()).isEqualTo(3);
        assertThat(editions.current().rows().get(0).condition()).isEqualTo(text);
    }

    @Test
    void takesInNothingWhenOneCellIsWrong() throws IOException {
        List<FilingRow> before = editions.current().rows();
        var file = workbooks.with(workbook -> {
            workbook.getSheetAt(0)
                    .getRow(1)
                    .getCell(FilingColumn.CONDITION.ordinal())
                    .setCellValue("改好的");
            workbook.getSheetAt(0)
                    .getRow(9)
                    .getCell(FilingColumn.AMOUNT.ordinal())
                    .setCellValue(0);
        });

        ImportReport report = standard.importXlsx(file);

        assertThat(report.accepted()).isFalse();
        assertThat(report.refused()).extracting(RefusedCell::cell).containsExactly("E10");
        assertThat(standard.version()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from filing_row")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before.size());
    }

    @Test
    void isReadAsItWasUntilTheImportIsCommitted() {
        var file = new ByteArrayInputStream(workbooks.exported(Locale.CHINA));

        transaction.executeWithoutResult(status -> {
            assertThat(importing(file).version()).isEqualTo(2);
            editions.refresh();
            assertThat(standard.version()).isEqualTo(1);
            status.setRollbackOnly();
        });

        assertThat(standard.version()).isEqualTo(1);
    }

    private ImportReport importing(ByteArrayInputStream file) {
        try {
            return standard.importXlsx(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noticesAVersionThatAnotherNodeTookIn() throws IOException {
        var otherNode = new Editions(
                new CatalogueTables(jdbc, jdbcTemplate), firstEdition, transaction.getTransactionManager());
        standard.importXlsx(new ByteArrayInputStream(workbooks.exported(Locale.CHINA)));

        otherNode.refresh();

        assertThat(otherNode.current().version()).isEqualTo(2);
    }

    @Autowired
    org.springframework.jdbc.core.JdbcTemplate jdbcTemplate;

    @Autowired
    FirstEdition firstEdition;

    private int rowOf(String code) {
        return editions.current().rows().stream().map(FilingRow::code).toList().indexOf(code) + 1;
    }

    @Test
    void ofTwoImportsAtOnceTheSecondWaitsAndBecomesTheNextVersion() {
        int before = standard.version();
        var first = workbooks.withCell(1, FilingColumn.CONDITION, "先到的");
        var other = workbooks.withCell(1, FilingColumn.CONDITION, "后到的");

        CompletableFuture<ImportReport> second = transaction.execute(status -> {
            assertThat(imported(first).accepted()).isTrue();
            var waiting = CompletableFuture.supplyAsync(() -> imported(other));
            await().until(() -> jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'""").query(Integer.class).single() > 0);
            assertThat(waiting).isNotDone();
            return waiting;
        });

        assertThat(Objects.requireNonNull(second).join().accepted()).isTrue();
        assertThat(standard.version()).isEqualTo(before + 2);
        assertThat(jdbc.sql("select count(*) from filing_row group by version")
                        .query(Integer.class)
                        .list())
                .as("no version has half of the rows")
                .containsOnly(editions.current().rows().size());
        assertThat(editions.current().rows().get(0).condition()).isEqualTo("后到的");
    }

    private ImportReport imported(InputStream file) {
        try {
            return standard.importXlsx(file, "admin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
