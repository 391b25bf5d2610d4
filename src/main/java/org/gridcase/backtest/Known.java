package org.gridcase.backtest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gridcase.policy.ClassificationDecided;
import org.gridcase.policy.ClassificationInput;
import org.gridcase.policy.FilingDecided;
import org.gridcase.policy.FilingInput;
import org.gridcase.policy.MinorDecided;
import org.gridcase.policy.MinorInput;
import org.gridcase.policy.Rehearsal;
import org.gridcase.policy.RoutingDecided;
import org.gridcase.policy.RoutingInput;
import org.jspecify.annotations.Nullable;

/**
 * All different questions and answers of the past, by a hash of inputs, output, release and its filing standard that the
 * database makes: so each is read once, however many records hold it.
 */
final class Known {
    /** Of 64 bits; of a hundred thousand different ones two are the same in one of some billions of pasts. */
    static final String KEY =
            "(jsonb_hash_extended(r.inputs, (r.catalogue_version << 32) + r.release) # jsonb_hash_extended(r.output, ascii(r.decision)))";

    private final Map<Long, Asked<?, ?>> byKey = new ConcurrentHashMap<>();
    private final Set<Object> inputs = ConcurrentHashMap.newKeySet();
    private final AtomicLong records = new AtomicLong();
    private final Rehearsal rehearsal;

    Known(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Nullable
    Asked<?, ?> find(long key) {
        return byKey.get(key);
    }

    void read(int more) {
        records.addAndGet(more);
    }

    long records() {
        return records.get();
    }

    /** How many different inputs there were. */
    long distinct() {
        return inputs.size();
    }

    /** From {@code key, decision, table_sha256, table_row, inputs, output, catalogue_version}. */
    void add(ResultSet row) throws SQLException {
        long key = row.getLong(1);
        if (byKey.containsKey(key)) {
            return;
        }
        String decision = row.getString(2);
        boolean same = rehearsal.isSameTable(decision, row.getString(3));
        String id = row.getString(4);
        String in = row.getString(5);
        String out = row.getString(6);
        int version = row.getInt(7);
        Asked<?, ?> asked =
                switch (decision) {
                    case "classification" ->
                        asked(ClassificationInput.class, ClassificationDecided.class, same, id, in, out, version);
                    case "minor-event" -> asked(MinorInput.class, MinorDecided.class, same, id, in, out, version);
                    case "filing" -> asked(FilingInput.class, FilingDecided.class, same, id, in, out, version);
                    default -> asked(RoutingInput.class, RoutingDecided.class, same, id, in, out, version);
                };
        inputs.add(asked.input);
        byKey.putIfAbsent(key, asked);
    }

    private static <I, O> Asked<I, O> asked(
            Class<I> input, Class<O> output, boolean same, String row, String in, String out, int version) {
        return new Asked<>(Rehearsal.input(input, in), Rehearsal.output(output, row, out), version, same);
    }
}
