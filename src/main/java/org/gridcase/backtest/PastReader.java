package org.gridcase.backtest;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.gridcase.catalogue.Limit;
import org.gridcase.catalogue.LimitKind;
import org.gridcase.policy.Rehearsal;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/**
 * Reads the past for one thread, a stretch of time after the other. Of each record come the case, the decision, a hash and
 * what a person chose instead: inputs and answers only once for each hash that nobody has met yet.
 */
final class PastReader implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int NULL = -1;
    /** In twentieths of the limit, without what was granted later. */
    private static final String SLICE = "least(60, floor(20.0 * r.consumed_ms / (c0.limit_amount * 3600000.0"
            + " * case c0.limit_kind when 'CALENDAR_DAYS' then 24 when 'WORKING_DAYS' then 8 else 1 end)))::int";

    private final Connection connection;
    private final Known known;
    private final String narrowed;
    private final Map<String, Optional<String>> chosen = new HashMap<>();

    /** @param over has been looked at: only digits and capital letters go into the question */
    PastReader(Connection connection, Known known, Stretch over) throws SQLException {
        this.connection = connection;
        this.known = known;
        this.narrowed = narrowed(over);
        // writes nothing, whatever happens
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        run("set jit = off");
        run("set max_parallel_workers_per_gather = 0");
    }

    private static String narrowed(Stretch over) {
        String join = "";
        if (!over.district().isEmpty()) {
            join += " and c.district = '" + over.district() + "'";
        }
        if (!over.classes().isEmpty()) {
            join += " and c.service_code like '" + over.classes() + "%'";
        }
        return join.isEmpty() ? "" : " join city_case c on c.id = r.case_id" + join;
    }

    private record Line(
            UUID id, char decision, long key, @Nullable String chosen) {}

    /** Cases reported from then until then, the oldest first. */
    List<CaseRecords> records(Instant from, Instant until) throws SQLException, IOException {
        List<Line> lines = lines(from, until);
        known.read(lines.size());
        ask(lines);
        List<CaseRecords> cases = new ArrayList<>(lines.size() / 3 + 1);
        CaseRecords last = null;
        for (Line line : lines) {
            if (last == null || !last.id.equals(line.id())) {
                last = new CaseRecords(line.id());
                cases.add(last);
            }
            Asked<?, ?> asked = known.find(line.key());
            if (asked == null) {
                throw new IllegalStateException("nothing is known of a decision about " + line.id());
            }
            last.add(line.decision(), asked, line.chosen());
        }
        return cases;
    }

    private List<Line> lines(Instant from, Instant until) throws SQLException, IOException {
        String sql = "copy (select r.case_id, ascii(r.decision), " + Known.KEY + ", r.overridden_to::text"
                + " from decision_record r" + narrowed + " where " + between("r.case_id", from, until)
                + " and r.decision in ('classification', 'minor-event', 'filing', 'routing')"
                + " order by r.case_id, r.decided_at, r.id) to stdout (format binary)";
        List<Line> lines = new ArrayList<>(1 << 12);
        try (var in = new DataInputStream(
                new BufferedInputStream(new PGCopyInputStream(connection.unwrap(PGConnection.class), sql), BUFFER))) {
            // signature and flags, then what is to be passed over
            in.skipNBytes(15);
            in.skipNBytes(in.readInt());
            UUID id = new UUID(0, 0);
            while (in.readShort() != NULL) {
                in.readInt();
                long high = in.readLong();
                long low = in.readLong();
                if (high != id.getMostSignificantBits() || low != id.getLeastSignificantBits()) {
                    id = new UUID(high, low);
                }
                in.readInt();
                char decision = (char) in.readInt();
                in.readInt();
                long key = in.readLong();
                lines.add(new Line(id, decision, key, chosen(decision, text(in))));
            }
            if (in.read() != NULL) {
                throw new IOException("more than was said");
            }
        }
        return lines;
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == NULL ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private @Nullable String chosen(char decision, @Nullable String recorded) {
        if (recorded == null) {
            return null;
        }
        String field =
                switch (decision) {
                    case 'c' -> "serviceCode";
                    case 'f' -> "filingRow";
                    default -> "unit";
                };
        return chosen.computeIfAbsent(recorded, any -> Optional.ofNullable(Rehearsal.chosen(field, any)))
                .orElse(null);
    }

    /** What nobody has met yet, by cases in which it was decided. */
    private void ask(List<Line> lines) throws SQLException {
        Set<Long> unmet = new LinkedHashSet<>();
        Set<UUID> cases = new LinkedHashSet<>();
        for (Line line : lines) {
            if (known.find(line.key()) == null && unmet.add(line.key())) {
                cases.add(line.id());
            }
        }
        if (!cases.isEmpty()) {
            String sql = "select distinct on (1) " + Known.KEY
                    + ", r.decision, r.table_sha256, r.table_row, r.inputs::text, r.output::text, r.catalogue_version"
                    + " from decision_record r where r.case_id = any(?) order by 1";
            query(sql, cases, row -> {
                if (unmet.contains(row.getLong(1))) {
                    known.add(row);
                }
            });
        }
    }

    /** Where these cases happened. */
    Map<UUID, Place> places(Set<UUID> cases, Function<String, String> kindOfGrid) throws SQLException {
        Map<UUID, Place> places = new HashMap<>();
        query("select case_id, district, street, dedicated from case_origin where case_id = any(?)", cases, row -> {
            String dedicated = row.getString(4);
            places.put(
                    row.getObject(1, UUID.class),
                    new Place(
                            row.getString(2), row.getString(3), dedicated == null ? "" : kindOfGrid.apply(dedicated)));
        });
        return places;
    }

    /** How the time of those that units handled ended, from the clocks that follow from their ledgers. */
    void ended(Instant from, Instant until, Tally into) throws SQLException {
        String sql = "select r.unit, c0.limit_amount, c0.limit_kind, " + SLICE + ", count(*),"
                + " count(*) filter (where not r.late or r.exempt) from case_clock r"
                + " join city_case c0 on c0.id = r.case_id" + narrowed
                + " where " + between("r.case_id", from, until)
                + " and r.clock = 'HANDLING' and r.state = 'STOPPED' and r.unit is not null"
                + " and c0.stage = 'CLOSED' and c0.limit_kind is not null group by 1, 2, 3, 4";
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    var limit = new Limit(rows.getInt(2), LimitKind.valueOf(rows.getString(3)));
                    into.ended(rows.getString(1), limit).add(rows.getInt(4), rows.getLong(5), rows.getLong(6));
                }
            }
        }
    }

    /** Ids of cases begin with the milliseconds in which they were made. */
    private static String between(String column, Instant from, Instant until) {
        return column + " >= '" + first(from) + "' and " + column + " < '" + first(until) + "'";
    }

    private static UUID first(Instant at) {
        return new UUID(at.toEpochMilli() << 16, 0);
    }

    private interface Reading {
        void row(ResultSet row) throws SQLException;
    }

    private void query(String sql, Set<UUID> cases, Reading reading) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", cases.toArray()));
            statement.setFetchSize(2_000);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reading.row(rows);
                }
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Nobody after us finds the connection other than it was. */
    @Override
    public void close() throws SQLException {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setReadOnly(false);
        } finally {
            connection.close();
        }
    }
}
