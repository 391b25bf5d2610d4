package org.gridcase.desk.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.Cases;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.JustMoved;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How an administrator ends what cannot be set right: never by deleting it, always with a reason on record. */
@Component
@Transactional
public class Endings {
    private static final String CASE_HANDLING = "case-handling";

    private final RuntimeService runtime;
    private final Cases cases;
    private final Administrators administrators;
    private final JdbcClient jdbc;

    Endings(RuntimeService runtime, Cases cases, Administrators administrators, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.cases = cases;
        this.administrators = administrators;
    }

    /** Annuls the case wherever it stands, and its process with it; also one that has lost its process. */
    public void annul(CaseId id, Intervention why) {
        CaseFacts facts = cases.facts(id);
        administrators.check(why, facts.location().district());
        if (flows(id.toString()).isEmpty()) {
            cases.annul(id, why.administrator(), why.reason());
        } else {
            cases.annulAnyTime(id, why.administrator(), why.reason());
        }
        record("case.annul", Subject.of(id), why, Map.of("stage", facts.stage().name()));
    }

    /**
     * Ends a process that has no case; one that has a case ends with it alone.
     *
     * @param caseId the case that the process says it is of
     */
    public void endOrphan(String caseId, Intervention why) {
        administrators.check(why, null);
        var orphans = flows(caseId).stream()
                .filter(flow -> !hasCase(flow.getBusinessKey()))
                .toList();
        if (orphans.isEmpty()) {
            throw InterventionRefused.noOrphan();
        }
        JustMoved.told(() -> orphans.forEach(flow -> runtime.deleteProcessInstance(flow.getId(), why.reason())));
        record("process.end", new Subject("process", caseId), why, Map.of("processes", orphans.size()));
    }

    private boolean hasCase(String key) {
        return jdbc.sql("select exists(select 1 from city_case where id::text = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    private List<ProcessInstance> flows(String caseId) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .processDefinitionKey(CASE_HANDLING)
                .list();
    }

    private void record(String action, Subject subject, Intervention why, Map<String, ?> detail) {
        administrators.record(new AuditEntry(why.administrator(), action, subject, why.reason(), detail));
    }
}
