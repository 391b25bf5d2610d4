package org.gridcase.benchmark;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.gridcase.workflow.engine.OurEngineSettings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The Camunda starter with our model, steps that do nothing, and no rows but the engine's. */
class BareStarter implements Contender {
    private static final String MODEL = "policy/processes/case-handling/case-handling.bpmn";
    private static final Map<String, Object> STREET =
            Map.of("release", 1, "district", "410102", "street", "410102001", "grid", "410102001001001");

    private final String name;
    private final ConfigurableApplicationContext context;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Arrivals arrivals;
    private final boolean lean;

    private BareStarter(String name, ConfigurableApplicationContext context, boolean lean) {
        this.name = name;
        this.context = context;
        this.lean = lean;
        this.runtime = context.getBean(RuntimeService.class);
        this.tasks = context.getBean(TaskService.class);
        this.arrivals = context.getBean(Arrivals.class);
        context.getBean(ProcessEngine.class)
                .getRepositoryService()
                .createDeployment()
                .addClasspathResource(MODEL)
                .deploy();
    }

    /** As the starter comes: full history, its own job executor, a pool of ten. */
    static BareStarter onDefaults(String url) {
        return new BareStarter("bare, defaults", run(url, List.of(Starter.class), "--spring.config.name=none"), false);
    }

    /** With what is faster in our configuration, yet without authorizations, tenants and guards. */
    static BareStarter onOurSettings(String url) {
        var sources = List.of(Starter.class, OurEngineSettings.class);
        return new BareStarter(
                "bare, our settings", run(url, sources, "--camunda.bpm.authorization.enabled=false"), true);
    }

    private static ConfigurableApplicationContext run(String url, List<Class<?>> sources, String setting) {
        return new SpringApplicationBuilder(sources.toArray(Class[]::new))
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + url,
                        "--camunda.bpm.auto-deployment-enabled=false",
                        "--spring.main.banner-mode=off",
                        "--spring.jmx.enabled=false",
                        "--logging.level.root=warn",
                        setting);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DataSource database() {
        return context.getBean(DataSource.class);
    }

    @Override
    public void prepare(int cases) {}

    @Override
    public void walk() throws InterruptedException {
        String key = UUID.randomUUID().toString();
        runtime.startProcessInstanceByKey("case-handling", key, start());
        for (var next = arrivals.next(key); next != Arrivals.Arrival.CLOSED; next = arrivals.next(key)) {
            tasks.complete(next.id(), answer(next.task()));
        }
    }

    private static VariableMap start() {
        var variables = Variables.createVariables();
        variables.putAll(STREET);
        variables.putValueTyped("reopened", Variables.booleanValue(false, true));
        return variables;
    }

    private VariableMap answer(String task) {
        return switch (task) {
            case "fileCase" -> outcome("filed");
            case "dispatchCase" -> outcome("dispatched").putValue("unit", "410102001-street-office");
            case "handleCase" -> outcome("handled");
            case "checkOnSite" -> outcome("passed");
            default -> throw new IllegalStateException("strayed to " + task);
        };
    }

    /** With our settings the outcome is never stored, as ours is not. */
    private VariableMap outcome(String way) {
        return Variables.createVariables().putValueTyped("outcome", Variables.stringValue(way, lean));
    }

    @Override
    public void close() {
        context.close();
    }

    /** No stereotype on it, so that GridCase does not find it when it looks for its own parts. */
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        CamundaBpmAutoConfiguration.class
    })
    static class Starter {

        @Bean
        Arrivals arrivals() {
            return new Arrivals();
        }

        @Bean
        JavaDelegate classify() {
            return step -> step.setVariable("classified", Variables.booleanValue(true, true));
        }

        @Bean
        JavaDelegate assessMinor() {
            return step -> step.setVariable("minor", Variables.booleanValue(false, true));
        }

        @Bean
        JavaDelegate proposeFiling() {
            return step -> {};
        }

        @Bean
        JavaDelegate route() {
            return step -> {};
        }

        @Bean
        JavaDelegate closeCase() {
            return step -> {};
        }
    }
}
