package org.gridcase.testing;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.gridcase.casework.Cases;
import org.gridcase.shared.CaseId;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Annuls what a class of tests leaves open, so that the next finds no task of it on anybody's list. */
class ClearedDesks implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext test) {
        var city = SpringExtension.getApplicationContext(test);
        var cases = city.getBean(Cases.class);
        open(city.getBean(JdbcClient.class)).forEach(id -> await("annulled " + id)
                // whoever watches the clocks may have been at it
                .ignoreExceptions()
                .until(() -> annulled(cases, id)));
        end(city.getBean(RuntimeService.class));
    }

    private static List<CaseId> open(JdbcClient jdbc) {
        return jdbc
                .sql("select id from city_case where stage not in ('CLOSED', 'ANNULLED', 'JOINED')")
                .query(UUID.class)
                .list()
                .stream()
                .map(CaseId::new)
                .toList();
    }

    private static boolean annulled(Cases cases, CaseId id) {
        cases.annulAnyTime(id, "supervisor", "测试结束");
        return true;
    }

    /** Those of closed cases, which wait for an answer. */
    private static void end(RuntimeService runtime) {
        List<String> left = runtime.createProcessInstanceQuery().processDefinitionKey("case-handling").list().stream()
                .map(ProcessInstance::getId)
                .toList();
        if (!left.isEmpty()) {
            runtime.deleteProcessInstances(left, "测试结束", true, true);
        }
    }
}
