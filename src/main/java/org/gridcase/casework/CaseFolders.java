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
    private static final String SQL = """
            select c.*, o.number, o.channel, o.description, o.longitude, o.latitude, o.address, o.street, o.community,
              o.grid, o.dedicated, o.micro, o.reported_at, p.photo as first_photo
            from city_case c join case_origin o on o.case_id = c.id
            left join lateral (select photo from case_photo where case_id = c.id and moment = 'BEFORE'
              order by added_at, photo limit 1) p on true
            where c.id = any(?)""";

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
