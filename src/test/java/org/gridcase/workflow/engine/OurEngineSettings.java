package org.gridcase.workflow.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;

/** Our engine's settings for an engine without our guards. */
public class OurEngineSettings {

    @Bean
    @Order(100)
    AbstractProcessEnginePlugin ourSettings(JdbcTemplate jdbc) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                EngineSettings.apply(engine);
            }

            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                EngineSettings.index(jdbc);
            }
        };
    }
}
