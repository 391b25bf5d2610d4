package org.gridcase;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.Environment;

/** What the city says to people, in Chinese and English. */
@Configuration(proxyBeanMethods = false)
public class CityTexts {

    /** One bundle per module; whoever speaks neither Chinese nor English reads Chinese. */
    @Bean
    MessageSource messageSource(Environment environment) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(environment.getRequiredProperty("spring.messages.basename", String[].class));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return messages;
    }
}
