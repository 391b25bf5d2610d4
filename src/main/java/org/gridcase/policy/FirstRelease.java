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
    private final BundledFolders folders;
    private final FolderOffers offers;
    private final PolicyFolder watched;

    FirstRelease(Releases releases, Drafts drafts, BundledFolders folders, FolderOffers offers, PolicyFolder watched) {
        this.releases = releases;
        this.drafts = drafts;
        this.folders = folders;
        this.offers = offers;
        this.watched = watched;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        releases.publishFirst();
        drafts.beginLives();
        if (!watched.watch()) {
            offers.offer(folders.artifacts());
        }
        releases.warm();
    }
}
