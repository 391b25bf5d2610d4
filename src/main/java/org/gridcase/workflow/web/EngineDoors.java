package org.gridcase.workflow.web;

import org.gridcase.audit.Audit;
import org.gridcase.workflow.engine.Refusals;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** Hangs the door in front of everything the engine serves by itself. */
@Configuration
class EngineDoors {
    /** Behind Spring Security, before the engine's own filters. */
    private static final int ORDER = 50;

    @Bean
    FilterRegistrationBean<EngineDoor> engineDoor(
            Refusals refusals, MessageSource messages, LocaleResolver locales, Sentence sentence, Audit audit) {
        var door = new FilterRegistrationBean<>(
                new EngineDoor(new DoorList(), refusals, messages, locales, sentence, audit));
        door.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        door.setOrder(ORDER);
        return door;
    }
}
