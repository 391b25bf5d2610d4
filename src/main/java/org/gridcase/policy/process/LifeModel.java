package org.gridcase.policy.process;

import java.io.IOException;
import org.gridcase.workflow.Deployments;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Deploys the life of drafts, which is part of no release, so that nobody redraws the second look at their own work. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 90)
class LifeModel implements ApplicationRunner {
    private final Deployments deployments;

    LifeModel(Deployments deployments) {
        this.deployments = deployments;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var model = new ClassPathResource("life/policy-life.bpmn");
        deployments.deployIfChanged("gridcase policy life", "policy-life.bpmn", model.getContentAsByteArray());
    }
}
