package org.gridcase.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.gridcase.casework.CaseNotFound;
import org.gridcase.casework.CaseSummary;
import org.gridcase.casework.Stage;
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
    Flow flow;

    @Test
    void oneRefusedStopsNoOther() {
        CaseId first = CaseWalks.filed(flow, "批量派遣一");
        CaseId gone = CaseWalks.dispatched(flow, "批量派遣二");
        CaseId last = CaseWalks.filed(flow, "批量派遣三");

        var sent = dispatching.dispatch(List.of(first, gone, last), "dispatch");

        assertThat(sent).extracting(one -> one.refused() == null).containsExactly(true, false, true);
        assertThat(Objects.requireNonNull(sent.get(1).refused()).key()).isEqualTo("workflow.task.gone");
        assertThat(flow.facts(first).stage()).isEqualTo(Stage.HANDLING);
        assertThat(flow.facts(last).stage()).isEqualTo(Stage.HANDLING);
        assertThat(flow.facts(last).unit()).isEqualTo(flow.facts(last).proposedUnit());
    }

    @Test
    void anotherDistrictsCasesAreNeitherListedNorDispatched() {
        CaseId id = CaseWalks.filed(flow, "别区的案件");

        assertThat(dispatching.waiting("dispatch2", null).cases())
                .extracting(CaseSummary::id)
                .doesNotContain(id);
        assertThatThrownBy(() -> dispatching.dispatch(List.of(id), "dispatch2")).isInstanceOf(CaseNotFound.class);
        assertThat(dispatching.waiting("checker", null).cases()).isEmpty();
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.DISPATCHING);
    }
}
