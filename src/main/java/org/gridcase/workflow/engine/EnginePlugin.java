package org.gridcase.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The engine as GridCase runs it: lean history, our guards, districts as tenants. */
@Component
@Order(100)
class EnginePlugin extends AbstractProcessEnginePlugin {
    private static final List<SessionFactory> OURS = List.of(
            new InPlaceOf<>(AuthorizationManager.class, Rights::new),
            new InPlaceOf<>(UserOperationLogManager.class, TaskWorkUnlogged::new));

    private final UserTaskGuards taskGuards;
    private final FiredRules firedRules;
    private final Refusals refusals;
    private final JdbcTemplate jdbc;

    EnginePlugin(UserTaskGuards taskGuards, FiredRules firedRules, Refusals refusals, JdbcTemplate jdbc) {
        this.taskGuards = taskGuards;
        this.firedRules = firedRules;
        this.refusals = refusals;
        this.jdbc = jdbc;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineSettings.apply(engine);
        engine.setTenantIdProvider(new DistrictTenants());
        engine.setTenantCheckEnabled(true);
        // rights are only ever given, never revoked: see EngineRights
        engine.setAuthorizationCheckRevokes("never");
        append(engine.getCustomSessionFactories(), engine::setCustomSessionFactories, OURS);
        append(engine.getCustomPostBPMNParseListeners(), engine::setCustomPostBPMNParseListeners, List.of(taskGuards));
        engine.setCustomPreCommandInterceptorsTxRequired(interceptors());
        engine.setCustomPreCommandInterceptorsTxRequiresNew(interceptors());
        engine.setDmnEngineConfiguration(tables());
    }

    /** The engine chains interceptors, so each list needs its own. */
    private List<CommandInterceptor> interceptors() {
        return List.of(
                new RefusalInterceptor(refusals),
                new QueryGuard(),
                new WholeProcesses(),
                new SubmissionInterceptor(),
                new TaskAccess());
    }

    private DefaultDmnEngineConfiguration tables() {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(firedRules);
        return configuration;
    }

    private static <T> void append(List<T> present, Consumer<List<T>> setter, List<? extends T> more) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.addAll(more);
        setter.accept(all);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        EngineSettings.index(jdbc);
    }
}
