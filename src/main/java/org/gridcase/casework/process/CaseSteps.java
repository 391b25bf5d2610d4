package org.gridcase.casework.process;

import static org.gridcase.casework.process.CaseHandling.MINOR;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.gridcase.casework.CasePolicy;
import org.gridcase.casework.Cases;
import org.gridcase.shared.CaseId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of {@code case-handling} that belong to the core. */
@Configuration
class CaseSteps {

    @Bean
    JavaDelegate assessMinor(CasePolicy policy) {
        return step -> MINOR.pass(step, policy.assessMinor(CaseId.of(step.getProcessBusinessKey())));
    }

    @Bean
    JavaDelegate proposeFiling(CasePolicy policy) {
        return step -> policy.proposeFiling(CaseId.of(step.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate closeCase(Cases cases) {
        return step -> cases.close(CaseId.of(step.getProcessBusinessKey()));
    }
}
