package org.gridcase.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody outside can make happen a thousand times a minute, and yet is to be on record: the first of its kind at
 * once, and when the minute is over how often more. Neither from one address nor from all the world together does it
 * make more than so many entries a minute.
 */
@Component
public class Tally {
    static final int KINDS_OF_ONE_ORIGIN = 20;
    static final int KINDS = 300;

    private final Audit audit;
    private final TallyRows rows;
    private final Clock clock;

    Tally(Audit audit, TallyRows rows, Clock clock) {
        this.audit = audit;
        this.rows = rows;
        this.clock = clock;
    }

    /** @param origin who makes it happen, an address say; told only as far as the entry's details tell it */
    @Transactional
    public void note(AuditEntry entry, String origin) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var line = TallyLine.of(entry, origin);
        if (rows.another(minute, line)) {
            return;
        }
        TallyRows.Kinds kinds = rows.kinds(minute, line.origin());
        if (kinds.all() >= KINDS) {
            rows.another(minute, others(entry, "everywhere"), 1);
        } else if (kinds.ofOrigin() >= KINDS_OF_ONE_ORIGIN) {
            rows.another(minute, others(entry, origin), 1);
        } else if (rows.another(minute, line, 0)) {
            audit.record(entry);
        }
    }

    private static TallyLine others(AuditEntry entry, String origin) {
        Object address = entry.detail().get("address");
        Map<String, ?> where = address == null || origin.equals("everywhere") ? Map.of() : Map.of("address", address);
        return TallyLine.of(new AuditEntry("anybody", entry.action(), entry.subject(), null, where), origin);
    }
}
