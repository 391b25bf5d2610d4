package org.gridcase.limits.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the limits before the doors. */
@Configuration
class Doorkeeper implements WebMvcConfigurer {
    private final AtTheDoor door;

    Doorkeeper(AtTheDoor door) {
        this.door = door;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(door).order(Ordered.HIGHEST_PRECEDENCE);
    }
}
