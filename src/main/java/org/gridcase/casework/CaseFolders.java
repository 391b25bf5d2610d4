package org.gridcase.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridcase.photo.PhotoId;
import org.gridcase.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Many cases at once, for those who list tasks: one query however many. */
@Component
@Transactional(readOnly = true)
public class CaseFolders {
    private static final String SQL = "select f.*, (select photo from case_photo where case_id = f.id"
            + " and moment = 'BEFORE' order by added_at, photo limit 1) as first_photo from ("
            + Origins.FACTS
            + "where c.id = any(?)) f";

    private final JdbcClient jdbc;

    CaseFolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of them that there are. */
    public Map<CaseId, CaseFolder> of(Collection<CaseId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        UUID[] values = ids.stream().map(CaseId::value).toArray(UUID[]::new);
        return jdbc.sql(SQL).param(values).query(CaseFolders::folder).list().stream()
                .collect(Collectors.toMap(folder -> folder.facts().id(), Function.identity()));
    }

    private static CaseFolder folder(ResultSet row, int n) throws SQLException {
        UUID first = row.getObject("first_photo", UUID.class);
        return new CaseFolder(Origins.facts(row, n), first == null ? null : new PhotoId(first));
    }
}
