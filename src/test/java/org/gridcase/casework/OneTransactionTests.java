package org.gridcase.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gridcase.identity.Actors;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.gridcase.workflow.TaskInbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The case's row and the engine move together or not at all. */
@CityTest
class OneTransactionTests {
    @Autowired
    Flow flow;

    @Autowired
    Cases cases;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whenTheEngineFailsAfterTheCaseMovedTheCaseStaysToo() {
        CaseId id = filing();
        String task = flow.task("filing", id).id();
        // nobody waits for this message any more, so the engine fails after the aggregate has moved
        jdbc.sql("delete from act_ru_event_subscr where event_name_ = 'caseAnnulled' and proc_inst_id_ = ?")
                .param(flow.instance(id).getId())
                .update();
        assertThatThrownBy(() -> cases.annulAnyTime(id, "supervisor", "试试")).isNotInstanceOf(Refusal.class);
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.FILING);
        assertThat(flow.task("filing", id).id()).isEqualTo(task);
    }

    @Test
    void whenTheCaseRefusesAfterTheEngineBeganTheTaskIsStillThere() {
        CaseId id = filing();
        String task = flow.task("filing", id).id();
        jdbc.sql("update city_case set stage = 'HANDLING' where id = ?")
                .param(id.value())
                .update();
        assertThatThrownBy(() -> flow.complete("filing", id, "outcome", "confirm", "reason", "x"))
                .isInstanceOf(Refusal.class);
        assertThat(flow.task("filing", id).id()).isEqualTo(task);
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.HANDLING);
        assertThat(flow.instance(id)).isNotNull();
    }

    @Test
    void whatIsRolledBackOutsideIsRolledBackInside() {
        CaseId id = filing();
        String task = flow.task("filing", id).id();
        transaction.executeWithoutResult(status -> {
            inbox.complete(actors.of("filing"), task, Flow.fields("outcome", "annulled", "reason", "x"));
            status.setRollbackOnly();
        });
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.FILING);
        assertThat(flow.task("filing", id).id()).isEqualTo(task);
    }

    private CaseId filing() {
        CaseId id = flow.report("路面塌陷", "L01001").caseId();
        flow.run(id);
        return id;
    }
}
