package org.gridcase.desk.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** Hangs the names behind the engine's door, on the web apps' side only: machines read names as they are kept. */
@Configuration
class EngineNamesDoor {
    /** After the door that refuses. */
    private static final int ORDER = 60;

    @Bean
    FilterRegistrationBean<EngineNamesFilter> engineNamesFilter(
            EngineNames names, LocaleResolver locales, ObjectMapper json) {
        var filter = new FilterRegistrationBean<>(new EngineNamesFilter(names, locales, json));
        filter.addUrlPatterns("/camunda/api/engine/*", "/camunda/api/cockpit/*");
        filter.setOrder(ORDER);
        return filter;
    }
}
