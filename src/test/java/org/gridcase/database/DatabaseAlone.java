package org.gridcase.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** This module in a process of its own: runs each statement it reads, answers it in one line, ends at the end of input. */
@Configuration(proxyBeanMethods = false)
@Import(EmbeddedDatabaseConfiguration.class)
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class})
class DatabaseAlone {

    public static void main(String[] args) throws IOException {
        try (var context = SpringApplication.run(DatabaseAlone.class, args);
                var statements = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var jdbc = context.getBean(JdbcTemplate.class);
            answer(context.getBean(EmbeddedDatabase.class).getJdbcUrl());
            for (String sql = statements.readLine(); sql != null; sql = statements.readLine()) {
                answer(
                        sql.startsWith("select") || sql.startsWith("show")
                                ? jdbc.queryForObject(sql, String.class)
                                : Integer.toString(jdbc.update(sql)));
            }
        }
    }

    private static void answer(String line) {
        System.out.println(Copy.ANSWER + line);
    }
}
