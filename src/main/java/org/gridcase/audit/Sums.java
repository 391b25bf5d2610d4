package org.gridcase.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts on record, when a minute is over, how often more happened what was told once. */
@Component
class Sums {
    private final Audit audit;
    private final TallyRows rows;
    private final Clock clock;

    Sums(Audit audit, TallyRows rows, Clock clock) {
        this.audit = audit;
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
    @Transactional
    public void tell() {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        List<TallyRows.Sum> past = rows.take(minute);
        past.stream()
                .filter(sum -> sum.further() > 0)
                .map(sum -> sum.line().sum(sum.further(), sum.minute().toString()))
                .forEach(audit::record);
    }
}
