package org.gridcase.policy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a release decides, for whoever writes the records of many cases at once. What has been asked before is answered
 * from memory, so it is made for one such work and then forgotten.
 */
public final class Precedents {
    private static final int MOST = 150_000;

    private final Tables tables;
    private final Releases releases;
    private final int release;
    private final int calendarVersion;
    private final Map<Object, Precedent<?>> known = new ConcurrentHashMap<>();

    Precedents(Tables tables, Releases releases, int release, int calendarVersion) {
        this.tables = tables;
        this.releases = releases;
        this.release = release;
        this.calendarVersion = calendarVersion;
    }

    public int release() {
        return release;
    }

    /** @param proposal of an active class, or of none */
    public Precedent<ClassificationDecided> classify(ClassificationInput proposal) {
        return of(Decision.CLASSIFICATION, proposal, ClassificationDecided::row);
    }

    public Precedent<MinorDecided> assessMinor(MinorInput input) {
        return of(Decision.MINOR, input, MinorDecided::row);
    }

    public Precedent<FilingDecided> file(FilingInput input) {
        return of(Decision.FILING, input, FilingDecided::row);
    }

    public Precedent<RoutingDecided> route(RoutingInput input) {
        return of(Decision.ROUTING, input, RoutingDecided::row);
    }

    @SuppressWarnings("unchecked") // kept by an input of the same decision
    private <I, O> Precedent<O> of(Decision<I, O> decision, I input, java.util.function.Function<O, String> row) {
        var found = (Precedent<O>) known.get(input);
        if (found != null) {
            return found;
        }
        O decided = tables.decide(decision, release, input);
        var made = new Precedent<>(
                decision.name(),
                release,
                decision.table(),
                releases.file(release, decision.table()).sha256(),
                row.apply(decided),
                Json.write(Json.fields(input)),
                Json.write(Json.output(decided)),
                releases.get(release).catalogueVersion(),
                calendarVersion,
                decided);
        if (known.size() < MOST) {
            known.put(input, made);
        }
        return made;
    }
}
