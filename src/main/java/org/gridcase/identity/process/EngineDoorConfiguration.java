package org.gridcase.identity.process;

import jakarta.servlet.Filter;
import java.util.Map;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts our sign-in in front of the engine's web apps and of its REST API. */
@Configuration
class EngineDoorConfiguration {
    private static final int AFTER_SPRING_SECURITY = 201;

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webAppSignIn() {
        return door(new ContainerBasedAuthenticationFilter(), "/camunda/app/*", "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> engineRestSignIn() {
        return door(new ProcessEngineAuthenticationFilter(), "/engine-rest/*");
    }

    private static <F extends Filter> FilterRegistrationBean<F> door(F filter, String... paths) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setInitParameters(Map.of("authentication-provider", EngineSignIn.class.getName()));
        registration.addUrlPatterns(paths);
        registration.setOrder(AFTER_SPRING_SECURITY);
        return registration;
    }
}
