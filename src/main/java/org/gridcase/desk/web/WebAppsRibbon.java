package org.gridcase.desk.web;

import org.gridcase.identity.DemoMode;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells the engine's web apps, which have only style sheets to ask, whether they stand in a demo. */
@Configuration
class WebAppsRibbon implements WebMvcConfigurer {
    private final DemoMode demo;

    WebAppsRibbon(DemoMode demo) {
        this.demo = demo;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/gridcase/mode/**")
                .addResourceLocations(demo.enabled() ? "classpath:/mode/demo/" : "classpath:/mode/real/")
                .setCacheControl(CacheControl.noCache());
    }
}
