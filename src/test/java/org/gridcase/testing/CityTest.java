package org.gridcase.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * The whole application on its own database with the small demo city, one context for all such tests. The job executor
 * is off: {@link Flow#run()} runs the jobs that are due.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "gridcase.data-dir=target/test-data/city",
            "gridcase.demo.enabled=true"
        })
@Import({Flow.class, Paths.class})
public @interface CityTest {}
