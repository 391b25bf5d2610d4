package org.gridcase.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gridcase.testing.CityTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A folder that is another than at the last start is offered as a draft, once, and is nobody's until somebody takes it. */
@CityTest
class FolderOffersTests {
    private static final String ROUTING = "rules/routing/cases.csv";
    private static final String FILING = "rules/filing/cases.csv";
    private static final String FORM = "forms/handleCase.form";

    @Autowired
    FolderOffers offers;

    @Autowired
    Bundles bundles;

    @Autowired
    Drafts drafts;

    @Autowired
    Releases releases;

    @AfterEach
    void theFirstAgain() {
        drafts.recent(100).stream()
                .filter(it -> drafts.isOffer(it.id()))
                .forEach(it -> drafts.withdraw(it.id(), "approver", "测试结束"));
        offers.offer(bundles.files(1));
        while (releases.inForce().number() > 1) {
            drafts.rollBack(releases.inForce().number(), "approver", "测试结束");
        }
    }

    @Test
    void theFolderThatTheCityBeganWithIsNoOffer() {
        assertThat(offers.offer(bundles.files(1))).isEmpty();
    }

    @Test
    void aChangedFolderIsOfferedOnceByTheProgramAndNotPublished() {
        List<Artifact> folder = changed(bundles.files(1), ROUTING);
        UUID draft = offers.offer(folder).orElseThrow();

        assertThat(drafts.get(draft).author()).isEqualTo("gridcase");
        assertThat(drafts.changes(draft)).containsExactly(new FileChange(ROUTING, FileChange.Kind.CHANGED));
        assertThat(releases.inForce().number()).isEqualTo(1);
        assertThat(offers.offer(folder)).isEmpty();
        assertThat(offers.offer(bundles.files(1))).isEmpty();
        assertThat(offers.offer(folder)).as("seen before").isEmpty();
    }

    @Test
    void whatTheProgramOffersNeedsTwoPeopleLikeAnyDraft() {
        UUID draft = offers.offer(changed(bundles.files(1), ROUTING)).orElseThrow();
        assertThatThrownBy(() -> drafts.check(draft, "analyst")).hasMessage("policy.draft.nobodys");
        assertThatThrownBy(() -> drafts.approve(draft, "approver", "同意")).hasMessage("policy.draft.notNow");
        assertThatThrownBy(() -> drafts.put(draft, ROUTING, new byte[] {1}, "analyst"))
                .hasMessage("policy.draft.notYours");
        assertThatThrownBy(() -> drafts.takeOver(draft, "approver")).hasMessage("policy.draft.notYours");

        drafts.takeOver(draft, "analyst");
        assertThatThrownBy(() -> drafts.takeOver(draft, "analyst")).hasMessage("policy.draft.notNow");
        assertThat(drafts.get(draft).author()).isEqualTo("analyst");
        assertThat(drafts.check(draft, "analyst")).isEmpty();
        drafts.approve(draft, "approver", "同意");
        assertThat(drafts.publish(draft, "approver")).isGreaterThan(1);
    }

    @Test
    void whatTheCityHasChangedSinceStays() {
        UUID ofTheCity = drafts.open("改示例", "analyst");
        byte[] theirs = remarked(drafts.file(ofTheCity, FILING));
        drafts.put(ofTheCity, FILING, theirs, "analyst");
        UUID offered = offers.offer(changed(bundles.files(1), ROUTING)).orElseThrow();
        assertThat(drafts.check(ofTheCity, "analyst")).isEmpty();
        drafts.approve(ofTheCity, "approver", "同意");
        int release = drafts.publish(ofTheCity, "approver");

        drafts.takeOver(offered, "analyst");

        assertThat(drafts.get(offered).base()).isEqualTo(release);
        assertThat(drafts.file(offered, FILING)).isEqualTo(theirs);
        assertThat(drafts.changes(offered)).containsExactly(new FileChange(ROUTING, FileChange.Kind.CHANGED));
        drafts.withdraw(offered, "analyst", "试完");
    }

    @Test
    void aNewerFolderTakesInWhatNobodyHasTakenOver() {
        List<Artifact> first = changed(bundles.files(1), ROUTING);
        UUID older = offers.offer(first).orElseThrow();
        List<Artifact> second = new ArrayList<>(changed(first, FILING));
        second.removeIf(file -> file.path().equals(FORM));
        UUID newer = offers.offer(second).orElseThrow();

        assertThat(drafts.get(older).state()).isEqualTo(Draft.State.WITHDRAWN);
        assertThat(drafts.changes(newer))
                .containsExactlyInAnyOrder(
                        new FileChange(ROUTING, FileChange.Kind.CHANGED),
                        new FileChange(FILING, FileChange.Kind.CHANGED),
                        new FileChange(FORM, FileChange.Kind.REMOVED));

        drafts.takeOver(newer, "analyst");
        UUID third = offers.offer(changed(second, ROUTING)).orElseThrow();
        assertThat(drafts.get(newer).author()).as("is somebody's, and stays").isEqualTo("analyst");
        assertThat(drafts.changes(third)).containsExactly(new FileChange(ROUTING, FileChange.Kind.CHANGED));
        drafts.withdraw(newer, "analyst", "试完");
    }

    private static List<Artifact> changed(List<Artifact> folder, String path) {
        return folder.stream()
                .map(file -> file.path().equals(path) ? Artifact.of(path, remarked(file.content())) : file)
                .toList();
    }

    /** With another remark in the first example, which no other run has had. */
    private static byte[] remarked(byte[] examples) {
        String text = new String(examples, StandardCharsets.UTF_8);
        int end = text.indexOf('\n', text.indexOf('\n') + 1);
        return (text.substring(0, end).stripTrailing() + UUID.randomUUID() + text.substring(end))
                .getBytes(StandardCharsets.UTF_8);
    }
}
