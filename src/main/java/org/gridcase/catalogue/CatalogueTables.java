package org.gridcase.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The catalogue's rows in the database. */
@Component
class CatalogueTables {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CatalogueTables(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Until the transaction ends nobody else makes a version. */
    void lock() {
        jdbc.sql("lock table catalogue_version in share row exclusive mode").update();
    }

    /** 0 before the first. */
    int newestVersion() {
        return jdbc.sql("select coalesce(max(version), 0) from catalogue_version")
                .query(Integer.class)
                .single();
    }

    /** Makes these rows the next version. */
    int add(List<FilingRow> rows, @Nullable String by) {
        int version = newestVersion() + 1;
        jdbc.sql("insert into catalogue_version (version, loaded_by) values (?, ?)")
                .params(version, by)
                .update();
        batches.batchUpdate("""
                insert into filing_row (version, position, code, service_code, condition, amount, limit_kind, closing,
                                        unit_kind, sample) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", positions(version, rows));
        return version;
    }

    private static List<Object[]> positions(int version, List<FilingRow> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(position -> columns(version, position, rows.get(position)))
                .toList();
    }

    private static Object[] columns(int version, int position, FilingRow row) {
        Limit limit = row.limit();
        return new Object[] {
            version,
            position,
            row.code(),
            row.serviceCode(),
            row.condition(),
            limit.amount(),
            limit.kind().name(),
            row.closing(),
            row.unit().code(),
            row.sample()
        };
    }

    void addClasses(List<CaseClass> classes) {
        batches.batchUpdate("""
                insert into case_class (standard, kind, code, service_code, group_code, group_name, group_name_en,
                                        name, name_en, keywords, old_code, local, active)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", classes, 500, (row, added) -> {
            row.setString(1, added.key().standard());
            row.setString(2, added.key().kind().name());
            row.setString(3, added.key().code());
            row.setString(4, added.serviceCode());
            row.setString(5, added.group().code());
            row.setString(6, added.group().name());
            row.setString(7, added.group().nameEn());
            row.setString(8, added.name());
            row.setString(9, added.nameEn());
            row.setArray(
                    10,
                    row.getConnection().createArrayOf("text", added.keywords().toArray()));
            row.setString(11, added.oldCode());
            row.setBoolean(12, added.local());
            row.setBoolean(13, added.active());
        });
    }

    List<CaseClass> classes() {
        return jdbc.sql("select * from case_class order by service_code")
                .query((row, n) -> caseClass(row))
                .list();
    }

    FilingRows rows(int version) {
        return new FilingRows(jdbc.sql("select * from filing_row where version = ? order by position")
                .param(version)
                .query(CatalogueTables::row)
                .list());
    }

    private static CaseClass caseClass(ResultSet row) throws SQLException {
        return new CaseClass(
                new ClassKey(row.getString("standard"), Kind.valueOf(row.getString("kind")), row.getString("code")),
                new ClassGroup(
                        row.getString("group_code"), row.getString("group_name"), row.getString("group_name_en")),
                row.getString("name"),
                row.getString("name_en"),
                List.of((String[]) row.getArray("keywords").getArray()),
                row.getString("old_code"),
                row.getBoolean("active"));
    }

    private static FilingRow row(ResultSet row, int n) throws SQLException {
        return new FilingRow(
                row.getString("code"),
                row.getString("service_code"),
                row.getString("condition"),
                new Limit(row.getInt("amount"), LimitKind.valueOf(row.getString("limit_kind"))),
                row.getString("closing"),
                UnitKind.of(row.getString("unit_kind")),
                row.getBoolean("sample"));
    }
}
