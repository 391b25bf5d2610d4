package org.gridcase.past;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody serves without the indexes that a past which was killed left aside. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnProperty(name = "gridcase.command", havingValue = "none", matchIfMissing = true)
class AsideNoLonger implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(AsideNoLonger.class);

    private final Aside aside;

    AsideNoLonger(Aside aside) {
        this.aside = aside;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int standing = aside.standing().size();
        if (standing > 0) {
            log.warn("a past was not finished: {} indexes and references are made again", standing);
            aside.back();
        }
    }
}
