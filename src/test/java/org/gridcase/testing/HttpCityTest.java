package org.gridcase.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * The whole application on its own database with the small demo city, listening on a port and running its own jobs; one
 * context for all such tests. {@link Http} speaks to it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"gridcase.data-dir=target/test-data/http-city", "gridcase.demo.enabled=true"})
@AutoConfigureObservability(tracing = false)
@Tag("http")
@Import({Flow.class, Http.class, WebApps.class})
public @interface HttpCityTest {}
