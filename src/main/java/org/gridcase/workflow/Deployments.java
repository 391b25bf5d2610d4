package org.gridcase.workflow;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.pvm.ReadOnlyProcessDefinition;
import org.springframework.stereotype.Component;

/** What has been deployed to the engine; only a policy release or the program itself deploys. */
@Component
public class Deployments {
    private static final int MOST_KNOWN = 2_000;

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final Map<String, String> definitions = new ConcurrentHashMap<>();

    Deployments(RepositoryService repository, ProcessEngine engine) {
        this.repository = repository;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /**
     * Deploys all resources as one complete deployment, unchanged ones too, so that {@code deployment} bindings hold.
     *
     * @param resources contents by resource name, ending in {@code .bpmn} or {@code .dmn}
     * @return the deployment's id
     */
    public String deploy(String name, Map<String, byte[]> resources) {
        var deployment = repository.createDeployment().name(name).source("gridcase");
        resources.forEach((path, content) -> deployment.addInputStream(path, new ByteArrayInputStream(content)));
        return deployment.deploy().getId();
    }

    /** Deploys one resource that ships with the program, only if it changed. */
    public void deployIfChanged(String name, String resource, byte[] content) {
        repository
                .createDeployment()
                .name(name)
                .source("gridcase")
                .enableDuplicateFiltering(true)
                .addInputStream(resource, new ByteArrayInputStream(content))
                .deploy();
    }

    /** Takes back a deployment that nothing has ever gone by. */
    public void delete(String deployment) {
        repository.deleteDeployment(deployment);
    }

    /**
     * Parses all that is in it, as the first process that goes by it would, and keeps the result at hand.
     *
     * @throws org.camunda.bpm.engine.ProcessEngineException if something of it cannot be parsed
     */
    public void load(String deployment) {
        for (var model : repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .list()) {
            parsed(model.getId());
        }
        for (var table : repository
                .createDecisionDefinitionQuery()
                .deploymentId(deployment)
                .list()) {
            commands()
                    .execute(context -> engine.getDeploymentCache().findDeployedDecisionDefinitionById(table.getId()));
        }
    }

    /** What the model calls an activity; nothing if it has none of that id. */
    public Optional<String> activity(String definition, String id) {
        return Optional.ofNullable(parsed(definition).findActivity(id))
                .map(activity -> Objects.requireNonNullElse((String) activity.getProperty("name"), id));
    }

    private ReadOnlyProcessDefinition parsed(String definition) {
        return commands().execute(new GetDeployedProcessDefinitionCmd(definition, false));
    }

    private CommandExecutor commands() {
        return engine.getCommandExecutorTxRequired();
    }

    /** The id of the process definition {@code key} in that deployment. */
    public String definition(String deployment, String key) {
        if (definitions.size() > MOST_KNOWN) {
            definitions.clear();
        }
        return definitions.computeIfAbsent(deployment + '/' + key, any -> repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .processDefinitionKey(key)
                .singleResult()
                .getId());
    }

    /** The same if the deployment has it. */
    public Optional<String> find(String deployment, String key) {
        boolean known = repository
                        .createProcessDefinitionQuery()
                        .deploymentId(deployment)
                        .processDefinitionKey(key)
                        .count()
                > 0;
        return known ? Optional.of(definition(deployment, key)) : Optional.empty();
    }
}
