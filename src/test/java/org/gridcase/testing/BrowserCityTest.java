package org.gridcase.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * The whole application on its own database with the small demo city, listening on a port for browsers; one context for
 * all such tests, so none of them adds to it. Each finds what others did, but none of their cases open. The job executor is
 * off: {@link Flow#run} runs the jobs that are due.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@BrowserTest
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "gridcase.data-dir=target/test-data/browser-city",
            "gridcase.demo.enabled=true"
        })
@Tag("shared")
@Import(Flow.class)
@ExtendWith(ClearedDesks.class)
public @interface BrowserCityTest {}
