package org.gridcase.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridcase.grid.Area;
import org.gridcase.grid.AreaLevel;
import org.gridcase.grid.Grids;
import org.gridcase.photo.PhotoId;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases, and only those that somebody may know of. */
@Component
@Transactional(readOnly = true)
public class CaseSearch {
    static final String DUE = "coalesce(c.due_at, timestamptz '" + Cursor.NEVER + "')";

    private static final String SELECT = """
            select c.id, o.number, c.stage, o.description, o.address, o.district, o.street, o.grid, c.service_code,
              c.proposed_unit, c.unit, o.reported_at, c.filed_at, c.due_at, c.yellow_at, c.late, c.moved_at, c.closed_at
            from city_case c join case_origin o on o.case_id = c.id where\s""";

    private final JdbcClient jdbc;
    private final Grids grids;
    private final Origins origins;

    CaseSearch(JdbcClient jdbc, Grids grids, Origins origins) {
        this.jdbc = jdbc;
        this.grids = grids;
        this.origins = origins;
    }

    public CasePage find(CaseQuery query, Sight sight) {
        List<CaseSummary> found =
                asked("", query, sight).query(CaseSearch::summary).list();
        if (found.size() <= query.most()) {
            return new CasePage(found, null);
        }
        List<CaseSummary> page = List.copyOf(found.subList(0, query.most()));
        return new CasePage(
                page, Cursor.of(query.order(), page.get(page.size() - 1)).toString());
    }

    /** How the database would look for it. */
    public List<String> plan(CaseQuery query, Sight sight) {
        return asked("explain ", query, sight).query(String.class).list();
    }

    private JdbcClient.StatementSpec asked(String how, CaseQuery query, Sight sight) {
        AreaLevel level = query.place() == null
                ? null
                : grids.area(query.place()).map(Area::level).orElse(null);
        var conditions = Conditions.of(query, level).seenBy(sight);
        String order = query.order() == CaseOrder.DUE ? DUE + ", c.id" : "o.reported_at desc, o.case_id desc";
        return jdbc.sql(how + SELECT + conditions.sql() + " order by " + order + " limit :limit")
                .params(conditions.values())
                .param("limit", query.most() + 1);
    }

    /** @throws CaseNotFound if there is none, or none this person may know of: nobody can tell which */
    public CaseFacts facts(CaseId id, Sight sight) {
        return origins.facts(id).filter(sight::sees).orElseThrow(() -> CaseNotFound.of(id));
    }

    /** Whether the photo shows a case that this person may know of. */
    public boolean shows(PhotoId photo, Sight sight) {
        var conditions = new Conditions().seenBy(sight);
        return jdbc.sql("""
                        select exists(select 1 from case_photo p join city_case c on c.id = p.case_id
                        join case_origin o on o.case_id = c.id where p.photo = :photo and\s""" + conditions.sql() + ")")
                .params(conditions.values())
                .param("photo", photo.value())
                .query(Boolean.class)
                .single();
    }

    private static CaseSummary summary(ResultSet row, int n) throws SQLException {
        return new CaseSummary(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("number"),
                Stage.valueOf(row.getString("stage")),
                row.getString("description"),
                row.getString("address"),
                row.getString("district"),
                row.getString("street"),
                row.getString("grid"),
                row.getString("service_code"),
                row.getString("proposed_unit"),
                row.getString("unit"),
                row.getTimestamp("reported_at").toInstant(),
                instant(row, "filed_at"),
                instant(row, "due_at"),
                instant(row, "yellow_at"),
                row.getBoolean("late"),
                row.getTimestamp("moved_at").toInstant(),
                instant(row, "closed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
