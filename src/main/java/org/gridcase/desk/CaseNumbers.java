package org.gridcase.desk;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers by which people know cases. */
@Component
public class CaseNumbers {
    private final JdbcClient jdbc;

    CaseNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Numbered(UUID caseId, String number) {}

    /** Those that are cases, by id. */
    public Map<String, String> of(Collection<String> ids) {
        return jdbc
                .sql("select case_id, number from case_origin where case_id = any(?::uuid[])")
                .param(ids.toArray(String[]::new))
                .query(Numbered.class)
                .list()
                .stream()
                .collect(Collectors.toMap(one -> one.caseId().toString(), Numbered::number));
    }

    public Optional<String> id(String number) {
        return jdbc.sql("select case_id::text from case_origin where number = ?")
                .param(number)
                .query(String.class)
                .optional();
    }
}
