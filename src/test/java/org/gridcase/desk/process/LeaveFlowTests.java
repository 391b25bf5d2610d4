package org.gridcase.desk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridcase.casework.CaseNotFound;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.Entry;
import org.gridcase.casework.Move;
import org.gridcase.casework.Sights;
import org.gridcase.casework.Stage;
import org.gridcase.casework.Timeline;
import org.gridcase.desk.CaseWalks;
import org.gridcase.grid.Duties;
import org.gridcase.grid.Duty;
import org.gridcase.grid.DutyKind;
import org.gridcase.identity.Actors;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffLeft;
import org.gridcase.identity.StaffMember;
import org.gridcase.identity.leave.Absence;
import org.gridcase.identity.leave.Absences;
import org.gridcase.identity.leave.NewAbsence;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.gridcase.workflow.TaskInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases whose worker goes away, comes back, or leaves for good. */
@CityTest
class LeaveFlowTests {
    private static final Set<String> HERE = Set.of("410102");
    private static final Intervention WHY = new Intervention("admin", "调岗");

    @Autowired
    Absences absences;

    @Autowired
    Flow flow;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Actors actors;

    @Autowired
    Staff staff;

    @Autowired
    Duties duties;

    @Autowired
    Timeline timeline;

    @Autowired
    CaseSearch search;

    @Autowired
    Sights sights;

    @Autowired
    HandOvers handOvers;

    @Autowired
    HandOverList list;

    @Autowired
    Leavers leavers;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void people() {
        person("lf-shen", "filing-clerk@410102");
        person("lf-xu", "dispatcher@410102");
        person("lf-ming", "handler@410102");
    }

    @AfterEach
    void gone() {
        jdbc.sql("delete from absence").update();
        jdbc.sql("delete from handed_over").update();
        jdbc.sql("delete from staff where id like 'lf-%'").update();
    }

    @Test
    void aCasePassesThroughALeave() {
        CaseId first = CaseWalks.reported(flow, "休假前签收的案件");
        CaseId second = CaseWalks.reported(flow, "替班时签收没办完");
        claim("lf-shen", first);
        assertThat(flow.hasTask("lf-xu", first)).isFalse();

        Absence leave = away("lf-shen", "lf-xu");

        assertThat(flow.hasTask("lf-shen", first)).isFalse();
        assertThat(flow.task("lf-xu", first).assignee()).isNull();
        assertPassedOn(first, "leave.begin", "lf-shen", "supervisor");
        assertThatThrownBy(() -> inbox.complete(
                        actors.of("lf-shen"), flow.task("lf-xu", first).id(), Map.of()))
                .hasMessage("workflow.task.notYours");
        flow.complete("lf-xu", first, "outcome", "filed", "row", row(first));
        assertThat(last(first, Move.FILE).detail().get("inPlaceOf")).isEqualTo("lf-shen");
        assertThat(last(first, Move.FILE).actor()).isEqualTo("lf-xu");
        claim("lf-xu", second);
        claim("lf-xu", first);

        absences.end(leave.id(), "lf-shen");

        assertThat(flow.hasTask("lf-xu", second)).isFalse();
        assertThat(flow.task("lf-shen", second).assignee()).isNull();
        assertPassedOn(second, "leave.end", "lf-xu", "lf-shen");
        // dispatching it was theirs all along
        assertThat(flow.task("lf-xu", first).assignee()).isEqualTo("lf-xu");
        flow.complete("lf-shen", second, "outcome", "filed", "row", row(second));
        assertThat(last(second, Move.FILE).detail()).doesNotContainKey("inPlaceOf");
    }

    @Test
    void sightOfCasesPassesAndReturns() {
        CaseId id = CaseWalks.reported(flow, "只有立案员看得见");
        String grid = flow.facts(id).location().grid();
        Grant elsewhere = staff.ownGrantsOf("worker").stream()
                .filter(grant -> !grant.scope().equals(grid))
                .findFirst()
                .orElseThrow();
        person("lf-far", elsewhere.group());
        Absence leave = away("lf-shen", "lf-far");

        assertThat(search.facts(id, sights.of("lf-far")).id()).isEqualTo(id);
        assertThatThrownBy(() -> search.facts(id, sights.of("lf-shen"))).isInstanceOf(CaseNotFound.class);

        absences.end(leave.id(), "lf-shen");
        assertThatThrownBy(() -> search.facts(id, sights.of("lf-far"))).isInstanceOf(CaseNotFound.class);
        assertThat(search.facts(id, sights.of("lf-shen")).stage()).isEqualTo(Stage.FILING);
    }

    @Test
    void whatALeaverHeldIsHandedOverAndTheirGridsAreVacant() {
        CaseId id = CaseWalks.reported(flow, "承办人离职");
        claim("lf-shen", id);
        Duty before = duties.of(aGrid()).get(0);
        duties.put(List.of(new Duty(before.grid(), "lf-shen", DutyKind.PRIMARY)));
        Absence stoodInFor = away("lf-ming", "lf-shen");

        transaction.executeWithoutResult(status -> {
            staff.grant("lf-shen", Set.of());
            events.publishEvent(new StaffLeft("lf-shen"));
        });
        leavers.sweep();

        assertThat(flow.task("filing", id).assignee()).isNull();
        assertThat(list.of(HERE, 10))
                .extracting(HandedOver::staff, HandedOver::kind, HandedOver::to, HandedOver::vacant)
                .containsExactlyInAnyOrder(
                        tuple("lf-shen", "TASK", "filing-clerk@410102", false),
                        tuple("lf-shen", "PRIMARY", null, true));
        assertThat(absences.standIns("lf-shen")).isEmpty();
        assertThat(absences.running("lf-ming").orElseThrow().id()).isEqualTo(stoodInFor.id());
        assertThat(last(id, Move.HAND_OVER).detail().get("action")).isEqualTo("task.handOverAll");

        duties.put(List.of(before));
        assertThat(list.of(HERE, 10)).extracting(HandedOver::vacant).containsOnly(false);
        leavers.sweep();
        assertThat(list.of(HERE, 10)).hasSize(2);
    }

    @Test
    void anAdministratorGivesAllOfAPersonsTasksToAColleagueWhoMayWorkOnThem() {
        CaseId one = CaseWalks.reported(flow, "移交之一");
        CaseId two = CaseWalks.reported(flow, "移交之二");
        claim("lf-shen", one);
        claim("lf-shen", two);

        assertThatThrownBy(() -> handOvers.all("lf-shen", "lf-xu", WHY)).hasMessage("desk.leavers.notHeld");
        assertThatThrownBy(() -> handOvers.all("lf-shen", "filing", new Intervention("supervisor", "试试")))
                .hasMessage("desk.intervention.notAdministrator");
        assertThat(flow.task("lf-shen", one).assignee()).isEqualTo("lf-shen");

        assertThat(handOvers.all("lf-shen", "filing", WHY)).isEqualTo(2);

        assertThat(flow.task("filing", one).assignee()).isEqualTo("filing");
        assertThat(flow.task("filing", two).assignee()).isEqualTo("filing");
        assertThat(last(one, Move.HAND_OVER).reason()).isEqualTo("调岗");
        assertThatThrownBy(() -> handOvers.all("lf-shen", null, WHY)).hasMessage("desk.leavers.nothing");
    }

    @Test
    void aGroupIsVacantWhileItsOnlyHolderIsAwayWithoutASubstitute() {
        CaseId id = CaseWalks.reported(flow, "立案员都不在");
        Absence one = away("lf-shen", "");
        Absence other = away("filing", "");

        assertThat(list.vacancies(HERE)).extracting(Vacancy::group).contains("filing-clerk@410102");
        assertThat(list.vacancies(Set.of("410103"))).extracting(Vacancy::group).doesNotContain("filing-clerk@410102");

        absences.end(one.id(), "lf-shen");
        absences.end(other.id(), "filing");
        assertThat(list.vacancies(HERE)).extracting(Vacancy::group).doesNotContain("filing-clerk@410102");
        assertThat(flow.hasTask("filing", id)).isTrue();
    }

    @Test
    void onlySupervisorsAndAdministratorsSeeWhatWasHandedOver() {
        assertThat(list.districts("supervisor")).containsExactly("410102");
        assertThat(list.districts("admin")).contains("410102", "410103");
        assertThatThrownBy(() -> list.districts("leader")).hasMessage("desk.leavers.notYours");
    }

    private Absence away(String person, String substitute) {
        LocalDate today = absences.today();
        return absences.enter(new NewAbsence(person, substitute, today, today.plusDays(2), "病假"), "supervisor");
    }

    private void claim(String account, CaseId id) {
        inbox.claim(actors.of(account), flow.task(account, id).id());
    }

    private String row(CaseId id) {
        return Objects.requireNonNull(flow.facts(id).proposedRow());
    }

    private String aGrid() {
        return staff.ownGrantsOf("worker").iterator().next().scope();
    }

    private Entry last(CaseId id, Move move) {
        return timeline.of(id).stream()
                .filter(entry -> entry.move() == move)
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    private void assertPassedOn(CaseId id, String action, String holder, String actor) {
        Entry entry = last(id, Move.HAND_OVER);
        assertThat(entry.actor()).isEqualTo(actor);
        assertThat(entry.detail().get("action")).isEqualTo(action);
        assertThat(entry.detail().get("holder")).isEqualTo(holder);
        assertThat(jdbc.sql("select action from audit_entry where subject = ?")
                        .param(id.toString())
                        .query(String.class)
                        .list())
                .contains("task.giveBack");
    }

    private void person(String account, String group) {
        staff.enrol(List.of(new StaffMember(account, "人" + account)));
        staff.grant(account, Set.of(Grant.of(group)));
    }
}
