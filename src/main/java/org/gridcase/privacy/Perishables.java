package org.gridcase.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.BiFunction;
import org.gridcase.audit.Audit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was typed, and what the audit tells beyond that something happened. */
@Configuration
class Perishables {

    @Bean
    Perishable words(JdbcClient jdbc) {
        return of("words", (before, most) -> jdbc.sql("""
                        delete from personal_text where id in (
                          select t.id from personal_text t join city_case c on c.id = t.case_id
                          where c.closed_at < :before and case_ended_at(c.id) < :before limit :most)""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update());
    }

    @Bean
    Perishable told(Audit audit) {
        return of("audit", audit::expire);
    }

    @Bean
    Perishable readings(Audit audit) {
        return of("reading", audit::forgetReadings);
    }

    private static Perishable of(String kind, BiFunction<Instant, Integer, Integer> purge) {
        return new Perishable() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public int purge(Instant before, int most) {
                return purge.apply(before, most);
            }
        };
    }
}
