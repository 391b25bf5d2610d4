package org.gridcase.dispatch.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.gridcase.dispatch.Dispatch;
import org.gridcase.shared.CaseId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic step that proposes a unit. */
@Configuration
class DispatchSteps {

    @Bean
    JavaDelegate route(Dispatch dispatch) {
        return step -> dispatch.propose(CaseId.of(step.getProcessBusinessKey()));
    }
}
