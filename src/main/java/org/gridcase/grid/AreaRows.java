package org.gridcase.grid;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The areas as rows. */
@Component
class AreaRows {
    private static final int BATCH = 1000;
    /** Packed coordinates take a third of the memory of the usual objects. */
    static final GeometryFactory PACKED =
            new GeometryFactory(new PrecisionModel(), 0, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AreaRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Others who want to change areas wait until this transaction ends. */
    void lock() {
        jdbc.sql("select number from area_version for update").query(Long.class).single();
    }

    Version version() {
        return jdbc.sql("select number, changed from area_version")
                .query((row, n) -> new Version(
                        row.getLong("number"), row.getTimestamp("changed").toInstant()))
                .single();
    }

    Version nextVersion() {
        jdbc.sql("update area_version set number = number + 1, changed = clock_timestamp()")
                .update();
        return version();
    }

    List<Area> all() {
        WKBReader reader = new WKBReader(PACKED);
        return jdbc.sql("select code, level, parent, district, name, kind, outline from area")
                .query((row, n) -> area(row, reader))
                .list();
    }

    private static Area area(ResultSet row, WKBReader reader) throws SQLException {
        try {
            return new Area(
                    row.getString("code"),
                    AreaLevel.valueOf(row.getString("level")),
                    row.getString("parent"),
                    row.getString("district"),
                    row.getString("name"),
                    row.getString("kind"),
                    reader.read(row.getBytes("outline")));
        } catch (ParseException e) {
            throw new IllegalStateException("outline of " + row.getString("code"), e);
        }
    }

    /** @param areas each after its parent */
    void put(Collection<Area> areas, long version) {
        WKBWriter writer = new WKBWriter();
        batches.batchUpdate("""
                insert into area (code, level, parent, district, name, kind, outline, west, south, east, north, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (code) do update set
                level = excluded.level, parent = excluded.parent, district = excluded.district, name = excluded.name,
                kind = excluded.kind,
                outline = excluded.outline, west = excluded.west, south = excluded.south, east = excluded.east,
                north = excluded.north, version = excluded.version""", areas, BATCH, (row, area) -> set(row, area, writer.write(area.outline()), version));
    }

    private static void set(PreparedStatement row, Area area, byte[] outline, long version) throws SQLException {
        Envelope box = area.outline().getEnvelopeInternal();
        row.setString(1, area.code());
        row.setString(2, area.level().name());
        row.setString(3, area.parent());
        row.setString(4, area.district());
        row.setString(5, area.name());
        row.setString(6, area.kind());
        row.setBytes(7, outline);
        row.setDouble(8, box.getMinX());
        row.setDouble(9, box.getMinY());
        row.setDouble(10, box.getMaxX());
        row.setDouble(11, box.getMaxY());
        row.setLong(12, version);
    }
}
