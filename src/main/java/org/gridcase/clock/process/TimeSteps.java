package org.gridcase.clock.process;

import static org.gridcase.clock.process.TimeProcesses.REQUEST;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.gridcase.clock.TimeRequests;
import org.gridcase.shared.CaseId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic step of {@code suspension}. */
@Configuration
class TimeSteps {

    @Bean
    JavaDelegate resumeClock(TimeRequests requests) {
        return step -> requests.wake(CaseId.of(step.getProcessBusinessKey()), UUID.fromString(REQUEST.in(step)));
    }
}
