package org.gridcase.intake.process;

import java.io.IOException;
import org.gridcase.workflow.Deployments;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Deploys {@code report}, which ships with the program and is part of no policy release. */
@Component
@Order(40)
class ReportProcess implements ApplicationRunner {
    private final Deployments deployments;

    ReportProcess(Deployments deployments) {
        this.deployments = deployments;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var model = new ClassPathResource("processes/report.bpmn");
        deployments.deployIfChanged("gridcase", "report.bpmn", model.getContentAsByteArray());
    }
}
