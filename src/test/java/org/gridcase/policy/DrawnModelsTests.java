package org.gridcase.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.gridcase.policy.guard.Finding;
import org.gridcase.shared.Refusal;
import org.gridcase.testing.CityTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CityTest
class DrawnModelsTests {
    private static final String FLOW = "processes/case-handling/case-handling.bpmn";

    @Autowired
    DrawnModels models;

    @Autowired
    Drafts drafts;

    @Test
    void aModelIsSavedOntoWhatWasReadAndFoundFineOrNot() {
        UUID draft = drafts.open("回访等两周", "analyst");
        ModelFile read = models.inDraft(draft, FLOW).orElseThrow();

        ModelFile saved = save(draft, read, read.content().replace(">P7D<", ">P14D<"), "analyst");

        assertThat(saved.sha256()).isNotEqualTo(read.sha256());
        assertThat(models.findings(draft, FLOW)).isEmpty();
        assertThat(drafts.changes(draft)).containsExactly(new FileChange(FLOW, FileChange.Kind.CHANGED));

        save(draft, saved, saved.content().replace("${outcome == 'filed'}", "${cases.close()}"), "analyst");

        assertThat(models.findings(draft, FLOW))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.file()).isEqualTo(FLOW))
                .extracting(Finding::key)
                .contains("policy.guard.expression");
    }

    @Test
    void whatSomebodySavedMeanwhileIsNotWrittenOver() {
        UUID draft = drafts.open("两个窗口", "analyst");
        ModelFile read = models.inDraft(draft, FLOW).orElseThrow();
        save(draft, read, read.content().replace(">P7D<", ">P14D<"), "analyst");

        assertThatThrownBy(() -> save(draft, read, read.content().replace(">P7D<", ">P3D<"), "analyst"))
                .isInstanceOfSatisfying(ModelRefused.class, refused -> assertThat(refused.kind())
                        .isEqualTo(Refusal.Kind.CONFLICT));

        assertThat(models.inDraft(draft, FLOW).orElseThrow().content()).contains(">P14D<");
    }

    @Test
    void nobodyElseSavesIntoADraftAndNothingButModels() {
        UUID draft = drafts.open("别人的", "analyst");
        ModelFile read = models.inDraft(draft, FLOW).orElseThrow();

        assertThatThrownBy(() -> save(draft, read, read.content() + " ", "approver"))
                .isInstanceOf(DraftRefused.class);
        assertThat(models.mayChange(drafts.get(draft), "approver")).isFalse();
        assertThat(models.mayChange(drafts.get(draft), "analyst")).isTrue();
        assertThat(models.inDraft(draft, "rules/routing/routing.drl.xlsx")).isEmpty();
        assertThat(models.inRelease(1, "forms/handleCase.form")).isEmpty();
        assertThat(models.inRelease(1, FLOW)).isPresent();
        assertThat(models.changed(1, 1)).isEmpty();
    }

    private ModelFile save(UUID draft, ModelFile read, String content, String by) {
        return models.save(draft, FLOW, read.sha256(), content.getBytes(StandardCharsets.UTF_8), by);
    }
}
