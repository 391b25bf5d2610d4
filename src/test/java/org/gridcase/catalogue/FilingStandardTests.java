package org.gridcase.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CatalogueTest
class FilingStandardTests {
    private static final int SHIPPED = 1;

    @Autowired
    FilingStandard standard;

    @Autowired
    FilingSheets sheets;

    @Autowired
    Catalogue catalogue;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate jdbcTemplate;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    FirstEdition firstEdition;

    private FilingRows shipped;
    private Workbooks workbooks;

    @BeforeEach
    void startFromWhatWeShip() {
        shipped = standard.in(SHIPPED);
        workbooks = new Workbooks(sheets, shipped);
    }

    @Test
    void hasARowForEveryClassSoThatNoCaseGetsStuck() {
        assertThat(catalogue.all()).allSatisfy(one -> assertThat(shipped.of(one.serviceCode()))
                .as(one.serviceCode())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.code()).startsWith(one.serviceCode() + "-")));
    }

    @Test
    void marksEveryShippedLimitAsASample() {
        assertThat(shipped.all()).hasSize(605).allMatch(FilingRow::sample);
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
        FilingRow row = shipped.row(code).orElseThrow();

        assertThat(row.limit()).isEqualTo(new Limit(amount, kind));
        assertThat(row.unit()).isEqualTo(unit);
    }

    @Test
    void isTheOneOfThePolicyThatWeShip() throws IOException {
        FilingSheet sheet = sheets.read(Files.readAllBytes(Path.of("rules/limits/filing-standard.xlsx")));

        assertThat(sheet.refused()).isEmpty();
        assertThat(sheet.rows()).isEqualTo(shipped);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN", "en"})
    void comesBackUnchangedFromItsOwnSpreadsheet(String language) {
        FilingSheet sheet = sheets.read(workbooks.exported(Locale.forLanguageTag(language)));

        assertThat(sheet.refused()).isEmpty();
        assertThat(sheet.rows()).isEqualTo(shipped);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 立案标准, 立案条件", "en, Filing standard, Filing condition"})
    void isWrittenInTheReadersLanguage(String language, String sheet, String heading) throws IOException {
        byte[] file = workbooks.exported(Locale.forLanguageTag(language));

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo(sheet);
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(3).getStringCellValue())
                    .isEqualTo(heading);
        }
    }

    @Test
    void theSameRowsMakeNoNewVersion() {
        int before = standard.newest();

        assertThat(standard.version(new FilingRows(shipped.all()), SHIPPED, "approver"))
                .isEqualTo(SHIPPED);

        assertThat(standard.newest()).isEqualTo(before);
    }

    @Test
    void keepsOldRowsForTheCasesThatNameThem() {
        String before = condition(SHIPPED);

        int version = standard.version(saying("新的条件"), SHIPPED, "approver");

        assertThat(condition(version)).isEqualTo("新的条件");
        assertThat(condition(SHIPPED)).isEqualTo(before);
        assertThat(standard.in(version + 1_000).all()).isEmpty();
        assertThat(jdbc.sql("select loaded_by from catalogue_version where version = ?")
                        .param(version)
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
    void keepsAnyTextAsText(String given) {
        String text = given.replace("\\n", "\n").replace("\\t", "\t");
        FilingRows read = sheets.read(workbooks.withCell(1, FilingColumn.CONDITION, Escapes.write(text)))
                .rows();
        assertThat(read.all().get(0).condition()).isEqualTo(text);

        int version = standard.version(read, SHIPPED, null);

        assertThat(sheets.read(sheets.write(standard.in(version), Locale.ENGLISH))
                        .rows())
                .isEqualTo(read);
        assertThat(condition(version)).isEqualTo(text);
    }

    @Test
    void namesTheCellWhenOneIsWrong() {
        byte[] file = workbooks.with(workbook -> workbook.getSheetAt(0)
                .getRow(9)
                .getCell(FilingColumn.AMOUNT.ordinal())
                .setCellValue(0));

        FilingSheet sheet = sheets.read(file);

        assertThat(sheet.isRight()).isFalse();
        assertThat(sheet.refused()).extracting(RefusedCell::cell).containsExactly("E10");
    }

    @Test
    void aVersionThatIsNeverCommittedIsNeverRemembered() {
        int next = standard.newest() + 1;
        transaction.executeWithoutResult(status -> {
            assertThat(standard.version(saying("作罢"), SHIPPED, null)).isEqualTo(next);
            assertThat(standard.in(next).all()).isEmpty();
            status.setRollbackOnly();
        });

        assertThat(standard.version(saying("算数"), SHIPPED, null)).isEqualTo(next);

        assertThat(condition(next)).isEqualTo("算数");
    }

    @Test
    void anotherNodeReadsTheRightRowsFromTheFirstMomentOn() {
        var otherNode = new Editions(
                new CatalogueTables(jdbc, jdbcTemplate),
                firstEdition,
                Objects.requireNonNull(transaction.getTransactionManager()));
        assertThat(otherNode.rows(SHIPPED)).isEqualTo(shipped);

        int version = standard.version(saying("别处也一样"), SHIPPED, null);

        assertThat(otherNode.rows(version)).isEqualTo(standard.in(version)).isNotEqualTo(shipped);
    }

    @Test
    void ofTwoAtOnceTheSecondWaitsAndBecomesTheNextVersion() {
        int before = standard.newest();

        CompletableFuture<Integer> second = transaction.execute(status -> {
            assertThat(standard.version(saying("先到的"), SHIPPED, "admin")).isEqualTo(before + 1);
            var waiting = CompletableFuture.supplyAsync(() -> standard.version(saying("后到的"), SHIPPED, "admin"));
            await().until(() -> jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'""").query(Integer.class).single() > 0);
            assertThat(waiting).isNotDone();
            return waiting;
        });

        assertThat(Objects.requireNonNull(second).join()).isEqualTo(before + 2);
        assertThat(jdbc.sql("select count(*) from filing_row group by version")
                        .query(Integer.class)
                        .list())
                .as("no version has half of the rows")
                .containsOnly(shipped.all().size());
        assertThat(condition(before + 2)).isEqualTo("后到的");
    }

    /** Of the first row. */
    private String condition(int version) {
        return standard.in(version).all().get(0).condition();
    }

    private FilingRows saying(String condition) {
        List<FilingRow> rows = new ArrayList<>(shipped.all());
        FilingRow first = rows.get(0);
        rows.set(
                0,
                new FilingRow(
                        first.code(),
                        first.serviceCode(),
                        condition,
                        first.limit(),
                        first.closing(),
                        first.unit(),
                        first.sample()));
        return new FilingRows(rows);
    }
}
