package org.gridcase;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
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

    /** One bundle per module; whoever speaks neither Chinese nor English reads Chinese. */
    @Bean
    MessageSource messageSource(@Value("${spring.messages.basename}") String[] bundles) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(bundles);
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return messages;
    }

    /** Where the city's days begin and its limits are counted. */
    @Bean
    ZoneId zone(@Value("${gridcase.zone:Asia/Shanghai}") ZoneId zone) {
        return zone;
    }
}
