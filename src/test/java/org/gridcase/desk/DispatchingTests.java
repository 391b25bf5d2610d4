package org.gridcase.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.gridcase.casework.CaseNotFound;
import org.gridcase.casework.CaseSummary;
import org.gridcase.casework.Stage;
import org.gridcase.casework.Timeline;
import org.gridcase.desk.Dispatching.Choice;
import org.gridcase.grid.Unit;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CityTest
class DispatchingTests {
    @Autowired
    Dispatching dispatching;

    @Autowired
    Timeline timeline;

    @Autowired
    Flow flow;

    @Test
    void oneRefusedStopsNoOther() {
        CaseId first = CaseWalks.filed(flow, "批量派遣一");
        CaseId gone = CaseWalks.dispatched(flow, "批量派遣二");
        CaseId last = CaseWalks.filed(flow, "批量派遣三");

        var sent = dispatching.dispatch(List.of(first, gone, last), Choice.PROPOSED, "dispatch");

        assertThat(sent).extracting(one -> one.refused() == null).containsExactly(true, false, true);
        assertThat(Objects.requireNonNull(sent.get(1).refused()).key()).isEqualTo("workflow.task.gone");
        assertThat(flow.facts(first).stage()).isEqualTo(Stage.HANDLING);
        assertThat(flow.facts(last).stage()).isEqualTo(Stage.HANDLING);
        assertThat(flow.facts(last).unit()).isEqualTo(flow.facts(last).proposedUnit());
    }

    @Test
    void anotherUnitTakesAReasonAndIsRemembered() {
        CaseId id = CaseWalks.filed(flow, "改派别的单位");
        CaseId same = CaseWalks.filed(flow, "本来就派给它");
        String other = otherUnit(id);

        var without = dispatching.dispatch(List.of(id), new Choice(other, null), "dispatch");
        assertThat(Objects.requireNonNull(without.get(0).refused()).key()).isEqualTo("dispatch.reasonNeeded");
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.DISPATCHING);

        var sent = dispatching.dispatch(List.of(id, same), new Choice(other, "建议单位正在抢险"), "dispatch");
        assertThat(sent).allMatch(one -> one.refused() == null);
        assertThat(flow.facts(id).unit()).isEqualTo(other);
        assertThat(timeline.of(id))
                .anySatisfy(entry -> assertThat(entry.reason()).isEqualTo("建议单位正在抢险"));
    }

    @Test
    void aUnitOfAnotherDistrictIsRefusedForEachCase() {
        CaseId id = CaseWalks.filed(flow, "派错区");
        String elsewhere = dispatching.units("dispatch2").get(0).code();

        var sent = dispatching.dispatch(List.of(id), new Choice(elsewhere, "试试"), "dispatch");

        assertThat(Objects.requireNonNull(sent.get(0).refused()).key()).isEqualTo("dispatch.unit.elsewhere");
        assertThat(dispatching.units("dispatch")).extracting(Unit::code).doesNotContain(elsewhere);
    }

    private String otherUnit(CaseId id) {
        return dispatching.units("dispatch").stream()
                .map(Unit::code)
                .filter(code -> !code.equals(flow.facts(id).proposedUnit()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherDistrictsCasesAreNeitherListedNorDispatched() {
        CaseId id = CaseWalks.filed(flow, "别区的案件");

        assertThat(dispatching.waiting("dispatch2", null).cases())
                .extracting(CaseSummary::id)
                .doesNotContain(id);
        assertThatThrownBy(() -> dispatching.dispatch(List.of(id), Choice.PROPOSED, "dispatch2"))
                .isInstanceOf(CaseNotFound.class);
        assertThat(dispatching.waiting("checker", null).cases()).isEmpty();
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.DISPATCHING);
    }
}
