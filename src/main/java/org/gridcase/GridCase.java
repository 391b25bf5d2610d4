package org.gridcase;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts GridCase. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
public class GridCase {

    public static void main(String[] args) {
        SpringApplication.run(GridCase.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Where the city's days begin and its limits are counted. */
    @Bean
    ZoneId zone(@Value("${gridcase.zone:Asia/Shanghai}") ZoneId zone) {
        return zone;
    }
}
