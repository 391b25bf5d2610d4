package org.gridcase.photo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

/** Starts this module alone, with its database, files below {@code target} and a real web server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "camunda.bpm.enabled=false",
            // neither looks whether the engine is there
            "spring.autoconfigure.exclude[0]=org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
            "server.shutdown=immediate",
            "gridcase.data-dir=target/photo-tests"
        })
@interface PhotoTest {}
