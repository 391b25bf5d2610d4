package org.gridcase.policy;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sees to it that there is a policy before anything else begins. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class FirstRelease implements ApplicationRunner {
    private final Releases releases;
    private final Drafts drafts;

    FirstRelease(Releases releases, Drafts drafts) {
        this.releases = releases;
        this.drafts = drafts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        releases.publishFirst();
        drafts.beginLives();
        releases.warm();
    }
}
