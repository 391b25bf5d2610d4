package org.gridcase.workflow;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** What has been deployed to the engine; only a policy release or the program itself deploys. */
@Component
public class Deployments {
    private final RepositoryService repository;
    private final Map<String, String> definitions = new ConcurrentHashMap<>();

    Deployments(RepositoryService repository) {
        this.repository = repository;
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

    /** The id of the process definition {@code key} in that deployment. */
    public String definition(String deployment, String key) {
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
