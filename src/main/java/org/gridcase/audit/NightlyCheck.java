package org.gridcase.audit;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Walks the chain each night, on whichever node comes first. */
@Component
class NightlyCheck {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyCheck.class);
    private static final Duration FRESH = Duration.ofHours(1);

    private final ChainCheck chain;
    private final Clock clock;

    NightlyCheck(ChainCheck chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    @Scheduled(cron = "${gridcase.audit.check:0 15 3 * * *}", zone = "${gridcase.zone:Asia/Shanghai}")
    void walk() {
        boolean fresh = chain.last()
                .filter(last -> last.at().isAfter(clock.instant().minus(FRESH)))
                .isPresent();
        if (!fresh) {
            Flaw flaw = chain.run(day -> {}).flaw();
            if (flaw != null) {
                LOG.error("the audit chain is broken: {} number {} {}", flaw.day(), flaw.number(), flaw.kind());
            }
        }
    }
}
