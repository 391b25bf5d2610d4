package org.gridcase.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.gridcase.catalogue.FilingRows;
import org.gridcase.policy.table.RuleBases;
import org.gridcase.workflow.DecisionResult;
import org.gridcase.workflow.LooseTables;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would decide. Equal inputs are decided once; it keeps all answers, so it is made for one work and then
 * forgotten. Many threads may ask at once.
 */
public final class Rehearsal {
    private final String filesSha256;
    private final FilingRows standard;
    private final Map<String, Artifact> tables = new HashMap<>();
    private final RuleBases ruleBases;
    private final Function<Map<String, Object>, DecisionResult> minor;
    private final Map<Object, Object> answers = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    Rehearsal(
            String filesSha256,
            Map<String, Artifact> files,
            FilingRows standard,
            RuleBases ruleBases,
            LooseTables looseTables) {
        this.filesSha256 = filesSha256;
        this.standard = standard;
        this.ruleBases = ruleBases;
        for (var decision : Decision.all()) {
            Artifact table = files.get(decision.table());
            if (table == null) {
                throw DraftRefused.noTable(decision.table());
            }
            tables.put(decision.name(), table);
            if (decision.isSpreadsheet()) {
                ruleBases.warm(Spreadsheets.at(table.path()), table.sha256(), table.content());
            }
        }
        minor = looseTables.read(table(Decision.MINOR).content(), Decision.MINOR.name());
    }

    public String filesSha256() {
        return filesSha256;
    }

    /** The rows that it would file cases under. */
    public FilingRows standard() {
        return standard;
    }

    /** Whether a decision's table is, byte for byte, the one that decided. */
    public boolean isSameTable(String decision, String sha256) {
        Artifact table = tables.get(decision);
        return table != null && table.sha256().equals(sha256);
    }

    /** How many different questions its tables have answered. */
    public int answered() {
        return asked.get();
    }

    public ClassificationDecided classify(ClassificationInput input) {
        return of(Decision.CLASSIFICATION, input);
    }

    public MinorDecided assessMinor(MinorInput input) {
        return of(Decision.MINOR, input);
    }

    public FilingDecided file(FilingInput input) {
        return of(Decision.FILING, input);
    }

    public RoutingDecided route(RoutingInput input) {
        return of(Decision.ROUTING, input);
    }

    /** What was recorded as a decision's inputs. */
    public static <T> T input(Class<T> type, String recorded) {
        return Json.as(type, Json.read(recorded));
    }

    /** What was recorded as its output. */
    public static <T> T output(Class<T> type, String row, String recorded) {
        Map<String, Object> fields = new HashMap<>(Json.read(recorded));
        fields.put("row", row);
        return Json.as(type, fields);
    }

    /** What a person decided instead: the one field in which a decision of that kind can be another. */
    public static @Nullable String chosen(String field, String recorded) {
        Object value = Json.read(recorded).get(field);
        return value == null ? null : value.toString();
    }

    @SuppressWarnings("unchecked") // kept by an input of the same decision
    private <I, O> O of(Decision<I, O> decision, I input) {
        Object known = answers.get(input);
        if (known == null) {
            var mine = new Pending();
            known = answers.putIfAbsent(input, mine);
            if (known == null) {
                return work(decision, input, mine);
            }
        }
        return (O) (known instanceof Pending other ? other.await() : known);
    }

    private <I, O> O work(Decision<I, O> decision, I input, Pending mine) {
        try {
            O answer = decide(decision, input);
            asked.incrementAndGet();
            mine.answer = answer;
            answers.put(input, answer);
            return answer;
        } finally {
            mine.done.countDown();
        }
    }

    private <I, O> O decide(Decision<I, O> decision, I input) {
        Artifact table = table(decision);
        if (decision.isSpreadsheet()) {
            var answer =
                    ruleBases.decide(Spreadsheets.at(table.path()), table.sha256(), table.content(), (Object) input);
            return decision.meaning().apply(input, answer);
        }
        return decision.meaning().apply(input, Tables.answer(minor.apply(Tables.variables((MinorInput) input))));
    }

    private Artifact table(Decision<?, ?> decision) {
        return Objects.requireNonNull(tables.get(decision.name()));
    }

    /** Somebody else is working it out. */
    private static final class Pending {
        private final CountDownLatch done = new CountDownLatch(1);

        @Nullable
        private volatile Object answer;

        Object await() {
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            Object it = answer;
            if (it == null) {
                throw new IllegalStateException("the table could not answer");
            }
            return it;
        }
    }
}
