package org.gridcase.desk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.gridcase.casework.Stage;
import org.gridcase.desk.CaseWalks;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CityTest
class ConsistencyTests {
    @Autowired
    Consistency consistency;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Flow flow;

    @Test
    void casesWalkedThroughTheRealDomainAgreeWithTheirProcessesAtEveryStage() {
        CaseId fresh = flow.report("刚上报", CaseWalks.COLLAPSE).caseId();
        CaseId filing = CaseWalks.reported(flow, "待立案");
        CaseId dispatching = CaseWalks.filed(flow, "待派遣");
        CaseId handling = CaseWalks.dispatched(flow, "处置中");
        CaseId checking = CaseWalks.handled(flow, "待核查");
        CaseId closed = CaseWalks.handled(flow, "已结案");
        flow.complete("checker", closed, "outcome", "passed");
        CaseId annulled = CaseWalks.reported(flow, "已作废");
        flow.complete("filing", annulled, "outcome", "annulled", "reason", "重复");

        assertThat(consistency.differences())
                .extracting(Difference::caseId)
                .doesNotContain(
                        fresh.toString(),
                        filing.toString(),
                        dispatching.toString(),
                        handling.toString(),
                        checking.toString(),
                        closed.toString(),
                        annulled.toString());
    }

    @Test
    void aCaseWhoseProcessIsGoneIsFound() {
        CaseId id = CaseWalks.reported(flow, "流程丢了");
        runtime.deleteProcessInstance(flow.instance(id).getId(), "planted");

        assertThat(consistency.differences()).anySatisfy(one -> {
            assertThat(one.caseId()).isEqualTo(id.toString());
            assertThat(one.kind()).isEqualTo("noProcess");
            assertThat(one.stage()).isEqualTo(Stage.FILING);
        });
        jdbc.sql("update city_case set stage = 'ANNULLED' where id = ?")
                .param(id.value())
                .update();
    }

    @Test
    void aProcessThatStandsElsewhereThanItsCaseIsFound() {
        CaseId id = CaseWalks.reported(flow, "阶段被改了");
        jdbc.sql("update city_case set stage = 'CHECKING' where id = ?")
                .param(id.value())
                .update();

        assertThat(consistency.differences()).anySatisfy(one -> {
            assertThat(one.caseId()).isEqualTo(id.toString());
            assertThat(one.kind()).isEqualTo("elsewhere");
            assertThat(one.activity()).isEqualTo("fileCase");
        });
        assertThat(printed()).contains("DIFFERENT elsewhere " + id + " stage CHECKING, process at fileCase");
        jdbc.sql("update city_case set stage = 'FILING' where id = ?")
                .param(id.value())
                .update();
    }

    @Test
    void aProcessWithoutACaseIsFound() {
        String stray = CaseId.next().toString();
        String model = flow.instance(CaseWalks.reported(flow, "有流程没案件")).getProcessDefinitionId();
        var variables = new HashMap<String, Object>(Map.of(
                "release",
                1,
                "district",
                "410102",
                "street",
                "410102001",
                "grid",
                "410102001001001",
                "reopened",
                false));
        String instance =
                runtime.startProcessInstanceById(model, stray, variables).getId();

        assertThat(consistency.differences()).anySatisfy(one -> {
            assertThat(one.caseId()).isEqualTo(stray);
            assertThat(one.kind()).isEqualTo("noCase");
        });
        runtime.deleteProcessInstance(instance, "planted");
    }

    private String printed() {
        var bytes = new ByteArrayOutputStream();
        int code = ConsistencyCommand.check(consistency, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(1);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
