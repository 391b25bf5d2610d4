package org.gridcase.desk.process;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Keeps a program that only runs a command from doing the work of a server: no jobs, no known port. */
class CommandMode implements EnvironmentPostProcessor {
    static final String COMMAND = "gridcase.command";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty(COMMAND)) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "command",
                            Map.of(
                                    "server.port", "0",
                                    "camunda.bpm.job-execution.enabled", "false",
                                    "gridcase.assistant.learn", "false",
                                    "gridcase.clock.sweep", "1d",
                                    "gridcase.desk.count-every", "1d",
                                    "logging.level.root", "warn",
                                    "spring.main.banner-mode", "off")));
        }
    }
}
