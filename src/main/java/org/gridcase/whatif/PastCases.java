package org.gridcase.whatif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.gridcase.policy.ClassificationInput;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what happened to the cases of a time: when, at which step, by how many; nothing personal. */
@Component
class PastCases {
    private static final String WHERE = """
             where o.reported_at >= ? and o.reported_at < ? and (cast(? as text) is null or o.district = ?)
            """;
    private static final int FETCH = 5_000;
    private static final int TELL = 50_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final ObjectMapper json = new ObjectMapper();

    PastCases(DataSource database, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(FETCH);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    long cases(long from, long until, @Nullable String district) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from case_origin o" + WHERE, Long.class, parameters(from, until, district)));
    }

    private static Object[] parameters(long from, long until, @Nullable String district) {
        return new Object[] {new Timestamp(from), new Timestamp(until), district, district};
    }

    /** @param counted from when on arrivals are of the time looked at */
    History between(long from, long counted, long until, @Nullable String district, Progress progress) {
        return Objects.requireNonNull(
                reading.execute(status -> new Reading(counted, progress).all(parameters(from, until, district))));
    }

    private final class Reading {
        private final long counted;
        private final Progress progress;
        private final Map<UUID, Integer> cases = new HashMap<>();
        private final List<Arrival> arrivals = new ArrayList<>();
        private final List<Visit> visits = new ArrayList<>();
        private final Map<Integer, History.Ending> endings = new HashMap<>();
        private final Map<String, Integer> actors = new HashMap<>();
        private final Map<String, String> words = new HashMap<>();
        private final List<String> limits = new ArrayList<>();
        private int lines;

        // of the case whose timeline is being read
        private int reading = -1;
        private String stage = "";
        private @Nullable String step;
        private long since;
        private boolean stood;
        private @Nullable String unit;
        private final Set<String> been = new HashSet<>();

        Reading(long counted, Progress progress) {
            this.counted = counted;
            this.progress = progress;
        }

        History all(Object[] window) {
            Map<UUID, ClassificationInput> proposals = new HashMap<>();
            Map<UUID, Integer> photos = new HashMap<>();
            Map<UUID, String> kinds = new HashMap<>();
            jdbc.query(
                    "select d.case_id, d.decision, d.inputs from decision_record d"
                            + " join case_origin o on o.case_id = d.case_id" + WHERE
                            + " and d.decision in ('classification', 'minor-event', 'filing')",
                    row -> {
                        tell(0.3);
                        UUID id = row.getObject(1, UUID.class);
                        switch (row.getString(2)) {
                            case "classification" ->
                                proposals.putIfAbsent(id, read(row.getString(3), ClassificationInput.class));
                            case "minor-event" ->
                                photos.putIfAbsent(
                                        id, read(row.getString(3), Photos.class).photos());
                            default -> {
                                String kind =
                                        read(row.getString(3), PlaceKind.class).placeKind();
                                if (kind != null && !kind.isEmpty()) {
                                    kinds.putIfAbsent(id, word(kind));
                                }
                            }
                        }
                    },
                    window);
            jdbc.query(
                    "select o.case_id, o.reported_at, o.district, o.street, o.grid, o.channel, c.service_code,"
                            + " c.limit_amount, c.limit_kind, c.stage, c.closed_at, c.late, c.minor"
                            + " from case_origin o join city_case c on c.id = o.case_id" + WHERE
                            + " order by o.reported_at, o.case_id",
                    row -> {
                        tell(0.4);
                        UUID id = row.getObject(1, UUID.class);
                        arrival(row, id, proposals.get(id), photos.getOrDefault(id, 0), kinds.getOrDefault(id, ""));
                    },
                    window);
            jdbc.query(
                    "select e.case_id, e.at, e.actor, e.move, e.stage, e.detail ->> 'unit' as unit from case_event e"
                            + " join case_origin o on o.case_id = e.case_id" + WHERE
                            + " order by e.case_id, e.id",
                    row -> {
                        tell(0.9);
                        Integer of = cases.get(row.getObject(1, UUID.class));
                        if (of != null) {
                            line(
                                    of,
                                    row.getTimestamp(2).getTime(),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6));
                        }
                    },
                    window);
            return new History(arrivals, visits, endings);
        }

        private void tell(double share) {
            if (++lines % TELL == 0) {
                progress.at(share);
            }
        }

        private void arrival(ResultSet row, UUID id, @Nullable ClassificationInput proposal, int photos, String kind)
                throws SQLException {
            int index = arrivals.size();
            cases.put(id, index);
            long at = row.getTimestamp("reported_at").getTime();
            String code = row.getString("service_code");
            arrivals.add(new Arrival(
                    at,
                    word(row.getString("district")),
                    word(row.getString("street")),
                    word(row.getString("grid")),
                    word(row.getString("channel")),
                    photos,
                    proposal,
                    code == null ? null : word(code),
                    kind,
                    at >= counted));
            int amount = row.getInt("limit_amount");
            limits.add(row.wasNull() ? "" : word(amount + " " + row.getString("limit_kind")));
            Timestamp closed = row.getTimestamp("closed_at");
            if (closed != null && row.getString("stage").equals("CLOSED")) {
                endings.put(
                        index,
                        new History.Ending(
                                closed.getTime(),
                                !limits.get(index).isEmpty() || row.getBoolean("minor"),
                                row.getBoolean("late")));
            }
        }

        private void line(int of, long at, String actor, String move, String after, @Nullable String to) {
            if (of != reading) {
                reading = of;
                stage = "";
                step = null;
                unit = null;
                been.clear();
            }
            if (move.equals("SUSPEND") || move.equals("RESUME")) {
                stood = true;
                return;
            }
            String here = step;
            var answer = Outcomes.of(stage, move);
            boolean machine = actor.equals("assistant") || actor.equals("system");
            if (here != null
                    && !machine
                    && answer.isPresent()
                    && answer.get().step().equals(here)) {
                boolean handling = here.equals(Simulation.HANDLE);
                visits.add(new Visit(
                        of,
                        here,
                        actors.computeIfAbsent(actor, any -> actors.size()),
                        since,
                        Math.max(at, since),
                        answer.get().outcome(),
                        !been.add(here),
                        handling ? limits.get(of) : "",
                        unit,
                        stood));
            }
            if (move.equals("DISPATCH") && to != null) {
                unit = word(to);
            }
            boolean moved = !after.equals(stage);
            if (moved || move.equals("PROPOSE_FILING") || move.equals("PROPOSE_UNIT") || move.equals("CLASSIFY")) {
                stage = word(after);
                step = waitsFor(move, after);
                since = at;
                stood = false;
            }
        }

        /** Steps that a machine prepares are there for people once it has. */
        private @Nullable String waitsFor(String move, String after) {
            return switch (move) {
                case "CLASSIFY" -> after.equals("FILING") ? Outcomes.step(after).orElse(null) : null;
                case "ASK_FILING", "NOT_MINOR", "REOPEN", "FILE" -> null;
                default -> Outcomes.step(after).orElse(null);
            };
        }

        private String word(String it) {
            return words.computeIfAbsent(it, any -> it);
        }

        private <T> T read(String text, Class<T> type) {
            try {
                return json.readerFor(type)
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .readValue(text);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record Photos(int photos) {}

    private record PlaceKind(@Nullable String placeKind) {}
}
