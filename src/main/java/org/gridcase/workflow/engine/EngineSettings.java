package org.gridcase.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.jdbc.core.JdbcTemplate;

/** What of the engine is switched on, off and kept, apart from who may do what. */
final class EngineSettings {

    private EngineSettings() {}

    static void apply(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(new LeanHistory())));
        engine.setHistory("lean");
        engine.setCmmnEnabled(false);
        engine.setEnableCmdExceptionLogging(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setQueryMaxResultsLimit(2000);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setTaskMetricsEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setHistoryTimeToLive("P365D");
        engine.setHistoryCleanupBatchWindowStartTime("02:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setJobExecutorAcquireByDueDate(true);
        // some thirty releases; who goes by an older one still waits for its models to be parsed again
        engine.setCacheCapacity(250);
    }

    static void index(JdbcTemplate jdbc) {
        jdbc.execute("create index if not exists gridcase_job_due on act_ru_job (duedate_)");
        jdbc.execute("create index if not exists gridcase_ended on act_hi_procinst (proc_def_id_, end_time_)");
    }
}
