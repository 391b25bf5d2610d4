package org.gridcase.identity.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.gridcase.identity.Actors;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.testing.CityTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CityTest
class LeaveTests {
    private static final String FILING = "filing-clerk@410102";

    @Autowired
    Absences absences;

    @Autowired
    LeaveSweep sweep;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    @Autowired
    IdentityService engine;

    @Autowired
    LentGroups lenders;

    @Autowired
    JdbcClient jdbc;

    private LocalDate today;

    @BeforeEach
    void people() {
        today = absences.today();
        person("lv-shen", FILING);
        person("lv-xu", FILING);
        person("lv-far", "filing-clerk@410103");
        person("lv-he", "dispatcher@410102");
        person("lv-sup", "supervisor@410102");
        person("lv-an", "analyst@410100");
        person("lv-gu", "approver@410100");
        person("lv-luo", "handler@410102");
        person("lv-meng", "checker@410102");
    }

    @AfterEach
    void gone() {
        jdbc.sql("delete from absence").update();
        jdbc.sql("delete from staff where id like 'lv-%'").update();
    }

    @Test
    void fromTheFirstDayWhatSomebodyMayDoIsWithTheSubstituteAlone() {
        enter("lv-shen", "lv-he", today, today.plusDays(3), "lv-sup");

        assertThat(staff.grantsOf("lv-shen")).isEmpty();
        assertThat(actors.of("lv-shen").groups()).isEmpty();
        assertThat(staff.grantsOf("lv-he")).contains(Grant.of(FILING), Grant.of("dispatcher@410102"));
        assertThat(actors.of("lv-he").groups()).contains(FILING, "filing-clerk");
        assertThat(staff.holding(Grant.of(FILING)))
                .extracting(StaffMember::id)
                .contains("lv-he")
                .doesNotContain("lv-shen");
        assertThat(staff.ownGrantsOf("lv-shen")).containsExactly(Grant.of(FILING));
        assertThat(absences.standIns("lv-he")).extracting(StandIn::lender).containsExactly("lv-shen");
        assertThat(absences.running("lv-shen")).isPresent();
    }

    @Test
    void theEngineTakesTheSubstituteForOneOfTheGroup() {
        enter("lv-shen", "lv-he", today, today, "lv-sup");

        assertThat(engine.createUserQuery().memberOfGroup(FILING).list())
                .extracting(User::getId)
                .contains("lv-he")
                .doesNotContain("lv-shen");
        assertThat(engine.createGroupQuery()
                        .groupMember("lv-he")
                        .groupId(FILING)
                        .count())
                .isEqualTo(1);
        assertThat(engine.createGroupQuery().groupMember("lv-shen").list())
                .extracting(Group::getId)
                .containsExactly("nobody");
        assertThat(engine.createTenantQuery().userMember("lv-he").count()).isEqualTo(1);
    }

    @Test
    void whoStandsInIsKnownOnlyWhereTheRightIsNotTheirOwn() {
        enter("lv-shen", "lv-he", today, today, "lv-sup");

        assertThat(lenders.lender("lv-he", List.of(FILING))).contains("lv-shen");
        assertThat(lenders.lender("lv-he", List.of(FILING, "dispatcher@410102")))
                .isEmpty();
        assertThat(lenders.lender("lv-xu", List.of(FILING))).isEmpty();
    }

    @Test
    void aPlannedLeaveBeginsOnItsDayAndEndsAfterItsLastWithoutAnybodysDoing() {
        Absence planned = enter("lv-shen", "lv-xu", today.plusDays(1), today.plusDays(2), "lv-shen");
        sweep.sweep();
        assertThat(staff.grantsOf("lv-shen")).isNotEmpty();

        days(planned, today, today.plusDays(1));
        sweep.sweep();
        assertThat(staff.grantsOf("lv-shen")).isEmpty();

        days(planned, today.minusDays(2), today.minusDays(1));
        sweep.sweep();
        assertThat(staff.grantsOf("lv-shen")).containsExactly(Grant.of(FILING));
        assertThat(state(planned)).isEqualTo(Absence.State.ENDED);
        assertThat(jdbc.sql("select action from audit_entry where subject = 'lv-shen' order by number")
                        .query(String.class)
                        .list())
                .containsSubsequence("leave.enter", "leave.begin", "leave.end");
    }

    @Test
    void aLeaveThatPassedWhileNothingRanHasNoEffectAnyMore() {
        Absence planned = enter("lv-shen", "lv-xu", today.plusDays(1), today.plusDays(2), "lv-shen");
        days(planned, today.minusDays(2), today.minusDays(1));

        sweep.sweep();

        assertThat(state(planned)).isEqualTo(Absence.State.CANCELLED);
        assertThat(staff.grantsOf("lv-shen")).isNotEmpty();
    }

    @Test
    void whoComesBackEarlyHasEverythingAtOnce() {
        Absence leave = enter("lv-shen", "lv-xu", today, today.plusDays(9), "lv-sup");

        absences.end(leave.id(), "lv-shen");

        assertThat(staff.grantsOf("lv-shen")).containsExactly(Grant.of(FILING));
        assertThat(absences.standIns("lv-xu")).isEmpty();
        assertRefused(() -> absences.end(leave.id(), "lv-shen"), "over");
    }

    @Test
    void anotherSubstituteTakesOverInTheMiddle() {
        Absence leave = enter("lv-shen", "lv-he", today, today.plusDays(9), "lv-sup");

        absences.replace(leave.id(), "lv-xu", "lv-sup");

        assertThat(staff.grantsOf("lv-he")).containsExactly(Grant.of("dispatcher@410102"));
        assertThat(absences.standIns("lv-xu")).hasSize(1);
    }

    @Test
    void nobodyIsAwayTwiceAndNobodyStandsInWhoIsAway() {
        enter("lv-shen", "lv-xu", today.plusDays(5), today.plusDays(9), "lv-shen");

        assertRefused(() -> enter("lv-shen", null, today.plusDays(9), today.plusDays(12), "lv-shen"), "overlaps");
        assertRefused(() -> enter("lv-xu", null, today.plusDays(7), today.plusDays(7), "lv-xu"), "standsIn");
        assertRefused(
                () -> enter("lv-he", "lv-shen", today.plusDays(8), today.plusDays(8), "lv-sup"), "substituteAway");
        assertThat(enter("lv-shen", null, today.plusDays(10), today.plusDays(12), "lv-shen")
                        .state())
                .isEqualTo(Absence.State.PLANNED);
    }

    @Test
    void daysThatMakeNoSenseAreRefused() {
        assertRefused(() -> enter("lv-shen", null, today.plusDays(2), today.plusDays(1), "lv-shen"), "reversed");
        assertRefused(() -> enter("lv-shen", null, today.minusDays(1), today, "lv-shen"), "past");
        assertRefused(() -> enter("lv-shen", null, today.plusDays(367), today.plusDays(368), "lv-shen"), "tooFar");
        assertRefused(() -> enter("lv-shen", null, today, today.plusDays(366), "lv-shen"), "tooLong");
        assertRefused(() -> NewAbsence.typed("lv-shen", null, "morgen", "2026-01-01", "年假"), "noDay");
        assertRefused(
                () -> absences.enter(new NewAbsence("lv-shen", null, today, today, " "), "lv-shen"), "withoutReason");
    }

    @Test
    void nobodyEntersLeaveForPeopleWhoAreNotTheirs() {
        assertRefused(() -> enter("lv-shen", null, today, today, "lv-xu"), "notYours");
        assertRefused(() -> enter("lv-far", null, today, today, "lv-sup"), "notYours");
        assertRefused(() -> enter("admin", null, today, today, "lv-sup"), "notYours");
        assertRefused(() -> enter("lv-an", null, today, today, "lv-sup"), "notYours");
        Absence leave = enter("lv-far", null, today.plusDays(1), today.plusDays(1), "lv-far");
        assertRefused(() -> absences.end(leave.id(), "lv-sup"), "notYours");
        assertRefused(() -> absences.replace(leave.id(), "lv-xu", "lv-sup"), "notYours");
        assertThat(absences.seenBy("lv-sup")).isEmpty();
        assertThat(absences.seenBy("lv-xu")).isEmpty();
        assertThat(absences.seenBy("admin")).hasSize(1);
    }

    @Test
    void aLeaderEntersLeaveForTheWorkersOfTheirStreetAndForNobodyElse() {
        String grid = staff.ownGrantsOf("worker").iterator().next().scope();
        String street = grid.substring(0, 9);
        person("lv-lin", "grid-worker@" + grid);
        person("lv-chen", "grid-leader@" + street);

        assertThat(enter("lv-lin", null, today, today, "lv-chen").state()).isEqualTo(Absence.State.RUNNING);
        assertRefused(() -> enter("lv-shen", null, today, today, "lv-chen"), "notYours");
    }

    @Test
    void nobodyGetsRightsByEnteringSomebodysLeave() {
        assertRefused(() -> enter("lv-shen", "lv-sup", today, today, "lv-sup"), "namesThemself");
        assertRefused(() -> enter("lv-shen", "lv-shen", today, today, "lv-sup"), "self");
        assertRefused(() -> enter("lv-shen", "lv-he", today, today, "lv-shen"), "otherRoles");
        assertRefused(() -> enter("lv-shen", "lv-far", today, today, "lv-sup"), "otherDistrict");
        assertRefused(() -> enter("lv-shen", "lv-nobody", today, today, "lv-sup"), "unknown");
    }

    @Test
    void whatIsKeptApartIsNotLentTogether() {
        assertRefused(() -> enter("lv-gu", "lv-an", today, today, "admin"), "notLent");
        assertRefused(() -> enter("lv-an", "lv-gu", today, today, "admin"), "apart");
        assertRefused(() -> enter("lv-luo", "lv-meng", today, today, "lv-sup"), "apart");
        assertRefused(() -> enter("admin", "lv-an", today, today, "admin2"), "notLent");
        enter("lv-luo", "lv-he", today, today, "lv-sup");
        assertRefused(() -> enter("lv-meng", "lv-he", today, today, "lv-sup"), "apart");
    }

    @Test
    void aGrantThatSomebodyGetsMeanwhileIsLentByTheSameRules() {
        enter("lv-shen", "lv-he", today, today, "lv-sup");

        staff.grant("lv-shen", Set.of(Grant.of(FILING), new Grant(Role.ADMINISTRATOR, "410100")));

        assertThat(staff.grantsOf("lv-he")).contains(Grant.of(FILING)).doesNotContain(Grant.of("administrator@410100"));
    }

    @Test
    void whoHoldsTheSameRolesNearbyIsProposed() {
        assertThat(absences.proposals("lv-shen"))
                .extracting(StaffMember::id)
                .contains("lv-xu", "filing")
                .doesNotContain("lv-shen", "lv-far", "lv-he");
    }

    private Absence enter(String person, @Nullable String substitute, LocalDate first, LocalDate last, String actor) {
        return absences.enter(new NewAbsence(person, substitute, first, last, "年假"), actor);
    }

    private void assertRefused(ThrowingCallable act, String key) {
        assertThatThrownBy(act).isInstanceOf(LeaveRefused.class).hasMessage("identity.leave." + key);
    }

    /** As if the days had passed. */
    private void days(Absence absence, LocalDate first, LocalDate last) {
        jdbc.sql("update absence set first_day = ?, last_day = ? where id = ?")
                .params(first, last, absence.id())
                .update();
    }

    private Absence.State state(Absence absence) {
        return absences.seenBy("admin").stream()
                .filter(one -> one.id().equals(absence.id()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private void person(String account, String group) {
        staff.enrol(List.of(new StaffMember(account, "人" + account)));
        staff.grant(account, Set.of(Grant.of(group)));
    }
}
