package org.gridcase.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.clock.Kind;
import org.gridcase.clock.StageLimit;
import org.gridcase.clock.TimePolicy;
import org.gridcase.grid.Grids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes to how long stages may take: by whoever may change the same place's calendar, for a reason on record. */
@Component
public class Timing {
    private static final int MOST_NOISY = 500;
    private static final int LONGEST_REASON = 500;

    private final TimePolicy policy;
    private final Calendaring calendaring;
    private final Catalogue catalogue;
    private final Grids grids;
    private final Audit audit;

    Timing(TimePolicy policy, Calendaring calendaring, Catalogue catalogue, Grids grids, Audit audit) {
        this.policy = policy;
        this.calendaring = calendaring;
        this.catalogue = catalogue;
        this.grids = grids;
        this.audit = audit;
    }

    /** @throws org.gridcase.shared.Refusal if it is not theirs to change, or without a reason */
    @Transactional
    public void put(@Nullable String district, StageLimit limit, String account, String reason) {
        calendaring.check(district, account);
        policy.put(district, limit);
        record(account, "limit.put", district, reason, told(limit));
    }

    private static Map<String, ?> told(StageLimit limit) {
        Map<String, Object> told = new TreeMap<>();
        told.put("clock", limit.clock().name());
        told.put("counted", limit.counted().name());
        told.put("yellow", Math.round(limit.yellowShare() * 100));
        if (limit.amount() != null) {
            told.put("minutes", limit.amount().toMinutes());
        }
        return told;
    }

    /** @throws org.gridcase.shared.Refusal if it is not theirs to change, or without a reason */
    @Transactional
    public void drop(String district, Kind clock, String account, String reason) {
        calendaring.check(district, account);
        policy.drop(district, clock);
        record(account, "limit.drop", district, reason, Map.of("clock", clock.name()));
    }

    /** @throws org.gridcase.shared.Refusal if it is not theirs to change, a class is unknown, or without a reason */
    @Transactional
    public void putNoisy(String codes, String account, String reason) {
        calendaring.check(null, account);
        Collection<String> known = Stream.of(codes.split("[\\s,，、;；]+"))
                .filter(code -> !code.isBlank())
                .limit(MOST_NOISY + 1L)
                .collect(Collectors.toCollection(TreeSet::new));
        if (known.size() > MOST_NOISY) {
            throw TimingRefused.tooMany(MOST_NOISY);
        }
        List<String> unknown = known.stream()
                .filter(code -> catalogue.byServiceCode(code).isEmpty())
                .limit(3)
                .toList();
        if (!unknown.isEmpty()) {
            throw TimingRefused.unknownClass(String.join("、", unknown));
        }
        policy.putNoisy(known);
        record(account, "limit.noisy", null, reason, Map.of("classes", String.join(" ", known)));
    }

    private void record(
            String account, String action, @Nullable String district, String reason, Map<String, ?> detail) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw TimingRefused.noReason();
        }
        String whose = district == null ? grids.city().code() : district;
        audit.record(new AuditEntry(account, action, new Subject("calendar", whose), why, detail));
    }
}
