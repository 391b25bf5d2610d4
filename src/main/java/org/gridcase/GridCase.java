package org.gridcase;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts GridCase. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class GridCase {

    public static void main(String[] args) {
        SpringApplication.run(GridCase.class, args);
    }
}
