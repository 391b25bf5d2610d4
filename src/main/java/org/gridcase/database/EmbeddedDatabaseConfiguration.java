package org.gridcase.database;

import java.nio.file.Files;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Brings the embedded database along when no other is named. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseConfiguration.NoOtherDatabase.class)
class EmbeddedDatabaseConfiguration {
    /** Every other command looks at what is there. */
    private static final String WRITES = "write-past";

    /** Spring Boot makes the pool from it, and so closes the pool before it. */
    @Bean
    EmbeddedDatabase embeddedDatabase(
            @Value("${gridcase.data-dir}") String folder, @Value("${gridcase.command:}") String command) {
        var data = DataFolder.of(folder);
        if (!command.isEmpty() && !command.equals(WRITES) && !Files.exists(data.database())) {
            throw DatabaseRefused.nothingThere(data.root(), command);
        }
        return EmbeddedDatabase.start(data);
    }

    /** True as long as {@code spring.datasource.url} is not set. */
    static class NoOtherDatabase extends NoneNestedConditions {

        NoOtherDatabase() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty("spring.datasource.url")
        static class Named {}
    }
}
