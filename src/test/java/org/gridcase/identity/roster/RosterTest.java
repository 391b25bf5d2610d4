package org.gridcase.identity.roster;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.ZoneId;
import org.gridcase.audit.Audit;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The roster over a real database, and nothing else; it asks when a test tells it to. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = RosterTest.Setup.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "gridcase.command=by-hand",
            "gridcase.roster.poll=1ns",
            "gridcase.roster.page=3",
            "gridcase.sign-in=keycloak"
        })
@interface RosterTest {

    /** Not marked as a configuration, lest the whole application finds it. */
    @ComponentScan(
            basePackageClasses = {Audit.class, Rounds.class},
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(\\.web\\.|Tests\\$).*"))
    @ConfigurationPropertiesScan(basePackageClasses = Rounds.class)
    @Import({Staff.class, Scopes.class})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    class Setup {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ZoneId zone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
