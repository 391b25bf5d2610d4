package org.gridcase.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.policy.form.SchemaRefused;
import org.gridcase.policy.guard.Finding;
import org.gridcase.policy.table.TableRefused;
import org.gridcase.shared.Refusal;
import org.gridcase.testing.CityTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CityTest
class StudioTests {
    private static final String ROUTING = "rules/routing/routing.drl.xlsx";
    private static final String MINOR = "processes/case-handling/minor-event.dmn";
    private static final String HANDLE = "forms/handleCase.form";
    private static final int UNIT_KIND = 7;

    @Autowired
    Drafts drafts;

    @Autowired
    Sheets sheets;

    @Autowired
    DraftForms forms;

    @Autowired
    RowDifferences differences;

    @Autowired
    CaseTrials trials;

    @Autowired
    DraftComments comments;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    UUID draft = new UUID(0, 0);

    @BeforeEach
    void begin() {
        staff.enrol(List.of(new StaffMember("studio-other", "另一分析员"), new StaffMember("studio-district", "区分析员")));
        staff.grant("studio-other", Set.of(new Grant(Role.ANALYST, "410100")));
        staff.grant("studio-district", Set.of(new Grant(Role.ANALYST, "410102")));
        draft = drafts.open("改表", "analyst");
    }

    @AfterEach
    void end() {
        drafts.withdraw(draft, "analyst", "试完");
        jdbc.sql("delete from staff where id like 'studio-%'").update();
    }

    @Test
    void aChangedCellIsSavedAndNothingElse() throws IOException {
        Sheet sheet = sheets.open(draft, ROUTING);
        assertThat(sheet.notes()).isEmpty();

        Sheet saved = sheets.save(draft, ROUTING, sheet.sha256(), with(sheet, 1, UNIT_KIND, "water"), "analyst");

        assertThat(saved.sha256()).isNotEqualTo(sheet.sha256());
        assertThat(saved.rows().get(1)).element(UNIT_KIND).isEqualTo("water");
        assertThat(drafts.changes(draft)).extracting(FileChange::path).containsExactly(ROUTING);
        assertThat(drafts.steps(draft))
                .extracting(PolicyStep::step)
                .containsExactly(Draft.Step.OPEN, Draft.Step.CHANGE);
        try (var workbook = workbook(drafts.file(draft, ROUTING))) {
            assertThat(workbook.getSheetAt(0).getColumnWidth(1)).isEqualTo(46 * 256);
            assertThat(workbook.getSheetAt(0).getPaneInformation().isFreezePane())
                    .isTrue();
        }
        RowDifference difference = differences.ofDraft(draft, ROUTING);
        assertThat(difference.lines().stream().filter(line -> !line.same()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.id()).isEqualTo("R02");
                    assertThat(line.cells().get(UNIT_KIND))
                            .isEqualTo(new RowDifference.Cell("municipal-works", "water"));
                });
    }

    @Test
    void whatIsWrongIsSavedAndSaidAtItsCell() {
        Sheet sheet = sheets.open(draft, ROUTING);
        List<Sheet.Line> lines = new ArrayList<>(with(sheet, 1, UNIT_KIND, "nobody"));
        lines.set(3, new Sheet.Line(3, lines.get(0).cells()));

        Sheet saved = sheets.save(draft, ROUTING, sheet.sha256(), lines, "analyst");

        assertThat(saved.notes())
                .extracting(Sheet.Note::row, Sheet.Note::cell, Sheet.Note::key, Sheet.Note::wrong)
                .containsExactly(
                        tuple(1, "H18", "policy.cell.notAllowed", true),
                        tuple(3, "A20", "policy.cell.rowTwice", true),
                        tuple(3, "A20", "policy.cell.rowRepeats", false));
        assertThat(drafts.check(draft, "analyst"))
                .contains(Finding.of(ROUTING, "H18", "policy.cell.notAllowed", "nobody"));
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        Sheet sheet = sheets.open(draft, ROUTING);
        sheets.save(draft, ROUTING, sheet.sha256(), with(sheet, 1, UNIT_KIND, "water"), "analyst");

        assertThatThrownBy(() ->
                        sheets.save(draft, ROUTING, sheet.sha256(), with(sheet, 1, UNIT_KIND, "power"), "analyst"))
                .hasMessage("policy.studio.stale");
        assertThatThrownBy(() -> sheets.upload(draft, ROUTING, sheet.sha256(), drafts.file(draft, ROUTING), "analyst"))
                .hasMessage("policy.studio.stale");

        assertThat(sheets.open(draft, ROUTING).rows().get(1)).element(UNIT_KIND).isEqualTo("water");
    }

    @Test
    void ofTwoWhoSaveAtOnceOneIsToldThatItsTableIsOld() throws Exception {
        Sheet sheet = sheets.open(draft, ROUTING);
        var together = new CyclicBarrier(2);
        var people = Executors.newFixedThreadPool(2);
        List<String> answers = new ArrayList<>();
        try {
            List<Future<Sheet>> both = new ArrayList<>();
            for (String unit : new String[] {"water", "power"}) {
                both.add(people.submit(() -> {
                    together.await();
                    return sheets.save(draft, ROUTING, sheet.sha256(), with(sheet, 1, UNIT_KIND, unit), "analyst");
                }));
            }
            for (var one : both) {
                try {
                    one.get();
                    answers.add("saved");
                } catch (ExecutionException refused) {
                    answers.add(
                            String.valueOf(requireNonNull(refused.getCause()).getMessage()));
                }
            }
        } finally {
            people.shutdown();
        }
        assertThat(answers).containsExactlyInAnyOrder("saved", "policy.studio.stale");
    }

    @Test
    void onlyTheAuthorChangesADraftAndOnlyWhileItIsOne() {
        Sheet sheet = sheets.open(draft, ROUTING);
        List<Sheet.Line> lines = with(sheet, 1, UNIT_KIND, "water");
        for (String other : new String[] {"approver", "studio-other", "studio-district", "admin", "handler"}) {
            refused(() -> sheets.save(draft, ROUTING, sheet.sha256(), lines, other), Refusal.Kind.FORBIDDEN);
        }
        UUID over = drafts.open("作废的", "analyst");
        drafts.withdraw(over, "analyst", "不改了");
        assertThatThrownBy(() -> sheets.save(over, ROUTING, sheet.sha256(), lines, "analyst"))
                .hasMessage("policy.draft.notNow");
        refused(
                () -> sheets.save(UUID.randomUUID(), ROUTING, sheet.sha256(), lines, "analyst"),
                Refusal.Kind.NOT_FOUND);
        assertThat(drafts.changes(draft)).isEmpty();
    }

    @Test
    void whatNoSpreadsheetCanHoldIsRefusedAndChangesNothing() {
        Sheet sheet = sheets.open(draft, ROUTING);
        String sha = sheet.sha256();
        List<Sheet.Line> all = with(sheet, 1, UNIT_KIND, "water");
        refused(() -> sheets.save(draft, ROUTING, sha, List.of(), "analyst"), Refusal.Kind.INVALID);
        refused(
                () -> sheets.save(draft, ROUTING, sha, Collections.nCopies(5_001, all.get(0)), "analyst"),
                Refusal.Kind.INVALID);
        refused(
                () -> sheets.save(draft, ROUTING, sha, List.of(new Sheet.Line(0, List.of("R01"))), "analyst"),
                Refusal.Kind.INVALID);
        for (String bad : new String[] {"a\u0000b", "a\nb", "\ud800", "x".repeat(4_001)}) {
            refused(
                    () -> sheets.save(draft, ROUTING, sha, with(sheet, 1, UNIT_KIND, bad), "analyst"),
                    Refusal.Kind.INVALID);
        }
        for (String path : new String[] {MINOR, HANDLE, "rules/../x", "rules/routing/cases.csv", ""}) {
            refused(() -> sheets.open(draft, path), Refusal.Kind.NOT_FOUND);
        }
        assertThat(drafts.changes(draft)).isEmpty();
    }

    @Test
    void rowsFromNowhereAreNewRows() {
        Sheet sheet = sheets.open(draft, ROUTING);
        List<Sheet.Line> lines = new ArrayList<>(with(sheet, 1, UNIT_KIND, "water"));
        lines.add(0, new Sheet.Line(9_999, lines.get(0).cells()));
        lines.add(0, new Sheet.Line(-5, lines.get(0).cells()));

        Sheet saved = sheets.save(draft, ROUTING, sheet.sha256(), lines, "analyst");

        assertThat(saved.rows()).hasSize(sheet.rows().size() + 2);
        assertThat(saved.rows().get(2)).isEqualTo(sheet.rows().get(0));
    }

    @Test
    void anUploadedFileIsKeptAsItIsAndWhatIsNoTableIsNotTaken() throws IOException {
        String sha = sheets.open(draft, ROUTING).sha256();
        byte[] mine = changed(drafts.file(draft, ROUTING));

        assertThatThrownBy(() -> sheets.upload(draft, ROUTING, sha, new byte[] {1}, "analyst"))
                .isInstanceOf(TableRefused.class);
        assertThatThrownBy(() -> sheets.upload(
                        draft, ROUTING, sha, drafts.file(draft, "rules/filing/filing.drl.xlsx"), "analyst"))
                .isInstanceOf(TableRefused.class);
        sheets.upload(draft, ROUTING, sha, mine, "analyst");

        assertThat(drafts.file(draft, ROUTING)).isEqualTo(mine);
    }

    @Test
    void aFormIsSavedIfItCouldBePublishedAndNotOtherwise() {
        var form = forms.open(draft, HANDLE);
        String changed = form.json().replace("处置说明", "怎样处置");

        var saved = forms.save(draft, HANDLE, form.sha256(), changed, "analyst");

        assertThat(new String(drafts.file(draft, HANDLE), StandardCharsets.UTF_8))
                .isEqualTo(changed);
        assertThat(differences.ofDraft(draft, HANDLE).count(RowDifference.Kind.CHANGED))
                .isEqualTo(1);
        assertThatThrownBy(() -> forms.save(draft, HANDLE, form.sha256(), changed, "analyst"))
                .hasMessage("policy.studio.stale");
        for (String bad : new String[] {
            "{}", changed.replace("\"textarea\"", "\"filepicker\""), changed.replace("怎样处置", "{{1+1}}")
        }) {
            assertThatThrownBy(() -> forms.save(draft, HANDLE, saved.sha256(), bad, "analyst"))
                    .isInstanceOf(SchemaRefused.class);
        }
        refused(() -> forms.save(draft, HANDLE, saved.sha256(), changed, "approver"), Refusal.Kind.FORBIDDEN);
        refused(() -> forms.open(draft, ROUTING), Refusal.Kind.NOT_FOUND);
    }

    @Test
    void aCaseIsTriedThroughAllTablesOfTheDraftBesideTheReleaseInForce() {
        Sheet sheet = sheets.open(draft, ROUTING);
        sheets.save(draft, ROUTING, sheet.sha256(), with(sheet, 1, UNIT_KIND, "water"), "analyst");
        drafts.put(
                draft,
                MINOR,
                new String(drafts.file(draft, MINOR), StandardCharsets.UTF_8)
                        .replaceFirst("<text>\"L01\"</text>", "<text>\"L03\"</text>")
                        .getBytes(StandardCharsets.UTF_8),
                "analyst");
        var collapse = new TrialFacts("L01001", true, 1, 1, "worker", "410102", "410102001", "", 2, 0);

        List<TrialStep> trial = trials.ofDraft(draft, collapse);
        List<TrialStep> now = trials.inForce(collapse);

        assertThat(trial)
                .extracting(TrialStep::decision)
                .containsExactly("classification", "minor-event", "filing", "routing");
        assertThat(trial.get(3).output()).containsEntry("unitKind", "water");
        assertThat(now.get(3).output()).containsEntry("unitKind", "municipal-works");
        assertThat(trial.get(3).row()).isEqualTo("R02");
        assertThat(trial.get(3).table().rows().stream().filter(TrialStep.Row::decides))
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).contains("R02", "water"));
        assertThat(now.get(1).row()).isEqualTo("minor-01");
        assertThat(trial.get(1).row()).isNotEqualTo("minor-01").startsWith("minor-");
        assertThat(trial.get(1).table().rows().stream().filter(TrialStep.Row::decides))
                .hasSize(1);
        assertThat(trial.get(2).inputs()).containsEntry("suddenEvent", true);
    }

    @Test
    void aTableThatCouldRunCodeIsNotTriedButNamed() {
        String model = new String(drafts.file(draft, MINOR), StandardCharsets.UTF_8);
        drafts.put(
                draft,
                MINOR,
                model.replace("<text>photos</text>", "<text>''.getClass()</text>")
                        .getBytes(StandardCharsets.UTF_8),
                "analyst");
        Sheet sheet = sheets.open(draft, ROUTING);
        sheets.save(draft, ROUTING, sheet.sha256(), with(sheet, 1, UNIT_KIND, "nobody"), "analyst");

        List<TrialStep> trial =
                trials.ofDraft(draft, new TrialFacts("L01001", true, 1, 1, "worker", "410102", "410102001", "", 2, 0));

        assertThat(trial.get(1).wrong()).extracting(Finding::key).contains("policy.guard.cell");
        assertThat(trial.get(1).output()).isEmpty();
        assertThat(trial.get(3).wrong()).extracting(Finding::place).contains("H18");
    }

    @Test
    void withoutAClassOfTheCatalogueOnlyTheFirstTableIsAsked() {
        for (String unknown : new String[] {"", "M99999", "x\u0000y", "路灯"}) {
            assertThat(trials.ofDraft(draft, new TrialFacts(unknown, false, 2, -1, "?", "", "", "", -1, -1)))
                    .extracting(TrialStep::decision)
                    .containsExactly("classification");
        }
    }

    @Test
    void whatPolicyStaffSayOfADraftIsKeptMasked() {
        comments.add(draft, null, null, "请打 13812345678 问水务处", "approver");
        comments.add(draft, ROUTING, "R02", "为什么改？", "analyst");

        assertThat(comments.of(draft)).extracting(DraftComment::actor).containsExactly("approver", "analyst");
        assertThat(comments.of(draft).get(0).words())
                .doesNotContain("13812345678")
                .contains("水务处");
        assertThat(comments.of(draft).get(1).place()).isEqualTo("R02");
    }

    @Test
    void onlyTheCitysPolicyStaffHaveASayAndNothingTooLongIsKept() {
        for (String other : new String[] {"handler", "admin", "studio-district"}) {
            refused(() -> comments.add(draft, null, null, "我看", other), Refusal.Kind.FORBIDDEN);
        }
        refused(() -> comments.add(draft, null, null, "  ", "analyst"), Refusal.Kind.INVALID);
        refused(() -> comments.add(draft, null, null, "长".repeat(1_001), "analyst"), Refusal.Kind.INVALID);
        refused(() -> comments.add(draft, null, null, "a\u0000b", "analyst"), Refusal.Kind.INVALID);
        refused(() -> comments.add(draft, null, "R02", "没有文件", "analyst"), Refusal.Kind.INVALID);
        refused(() -> comments.add(draft, ROUTING, "R".repeat(81), "太长", "analyst"), Refusal.Kind.INVALID);
        refused(() -> comments.add(draft, "rules/none", null, "没有这个文件", "analyst"), Refusal.Kind.NOT_FOUND);
        refused(() -> comments.add(UUID.randomUUID(), null, null, "没有草稿", "analyst"), Refusal.Kind.NOT_FOUND);
        assertThat(comments.of(draft)).isEmpty();
    }

    private static List<Sheet.Line> with(Sheet sheet, int row, int column, String text) {
        return IntStream.range(0, sheet.rows().size())
                .mapToObj(i -> {
                    var cells = new ArrayList<>(sheet.rows().get(i));
                    if (i == row) {
                        cells.set(column, text);
                    }
                    return new Sheet.Line(i, cells);
                })
                .toList();
    }

    private static void refused(Runnable work, Refusal.Kind kind) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.kind())
                .isEqualTo(kind));
    }

    private static byte[] changed(byte[] file) throws IOException {
        try (var workbook = workbook(file);
                var out = new ByteArrayOutputStream()) {
            workbook.getSheetAt(0).getRow(17).getCell(UNIT_KIND).setCellValue("water");
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static XSSFWorkbook workbook(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }
}
