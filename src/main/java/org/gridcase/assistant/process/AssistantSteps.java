package org.gridcase.assistant.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.gridcase.assistant.CaseClassifier;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.Variable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic step that classifies. */
@Configuration
class AssistantSteps {
    private static final Variable<Boolean> CLASSIFIED = new Variable<>("classified", Boolean.class);

    @Bean
    JavaDelegate classify(CaseClassifier classifier) {
        return step -> CLASSIFIED.pass(step, classifier.classify(CaseId.of(step.getProcessBusinessKey())));
    }
}
