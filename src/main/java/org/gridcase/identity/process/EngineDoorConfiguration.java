package org.gridcase.identity.process;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.gridcase.identity.Actors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts our sign-in in front of the engine's web apps and of its REST API. */
@Configuration
class EngineDoorConfiguration {
    private static final int AFTER_SPRING_SECURITY = 201;
    /** A filter that has this name already is not registered by the web apps. */
    private static final String THE_WEB_APPS_OWN = "Authentication Filter";

    @Bean
    FilterRegistrationBean<EnginePerson> webAppSignIn(
            ObjectProvider<ProcessEngine> engine, ObjectProvider<Actors> actors) {
        var registration = new FilterRegistrationBean<>(new EnginePerson(engine, actors));
        registration.setName(THE_WEB_APPS_OWN);
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(AFTER_SPRING_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> engineRestSignIn() {
        var registration = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", EngineSignIn.class.getName()));
        registration.addUrlPatterns("/engine-rest/*");
        registration.setOrder(AFTER_SPRING_SECURITY);
        return registration;
    }
}
