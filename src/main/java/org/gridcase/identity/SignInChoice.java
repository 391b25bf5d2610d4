package org.gridcase.identity;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Chooses Keycloak where one is configured, and then leaves the demo out, whatever else is set. */
public class SignInChoice implements EnvironmentPostProcessor, Ordered {
    public static final String PROPERTY = "gridcase.sign-in";
    public static final String LOCAL = "local";
    public static final String KEYCLOAK = "keycloak";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean keycloak = StringUtils.hasText(environment.getProperty("gridcase.oidc.issuer"));
        Map<String, Object> choice =
                keycloak ? Map.of(PROPERTY, KEYCLOAK, "gridcase.demo.enabled", "false") : Map.of(PROPERTY, LOCAL);
        environment.getPropertySources().addFirst(new MapPropertySource("how people sign in", choice));
    }

    /** After the files of settings are read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
