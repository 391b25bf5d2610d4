package org.gridcase.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridcase.policy.FolderRows.Folder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers as a draft what is new in the folders that the program finds when it starts: once for each content, never
 * published by itself. What the city has changed since stays: only what differs between two folders is put over the
 * release in force.
 */
@Component
class FolderOffers {
    private static final Logger LOG = LoggerFactory.getLogger(FolderOffers.class);
    private static final int FIRST = 1;

    private final FolderRows folders;
    private final Bundles bundles;
    private final Drafts drafts;
    private final Releases releases;

    FolderOffers(FolderRows folders, Bundles bundles, Drafts drafts, Releases releases) {
        this.releases = releases;
        this.folders = folders;
        this.bundles = bundles;
        this.drafts = drafts;
    }

    /** @return the draft as which it is offered now, if it is */
    @Transactional
    Optional<UUID> offer(List<Artifact> found) {
        // another node may start at this moment
        bundles.lock();
        String sha256 = Hash.of(found);
        if (folders.seen(sha256)) {
            return Optional.empty();
        }
        Folder before = folders.last().map(this::takenBack).orElse(null);
        Map<String, String> old = before == null ? first() : before.files();
        Map<String, Artifact> now = found.stream().collect(Collectors.toMap(Artifact::path, Function.identity()));
        UUID draft = offer(sha256, old, now).orElse(null);
        Map<String, String> files = now.values().stream().collect(Collectors.toMap(Artifact::path, Artifact::sha256));
        folders.add(new Folder(sha256, files, before == null ? null : before.sha256(), draft));
        return Optional.ofNullable(draft);
    }

    /** What nobody has taken over yet is part of the newer offer; then it is compared with what came before it. */
    private @Nullable Folder takenBack(Folder last) {
        Folder it = last;
        while (it != null && it.draft() != null && drafts.isOffer(it.draft())) {
            drafts.takeBack(it.draft());
            it = it.after() == null ? null : folders.find(it.after()).orElse(null);
        }
        return it;
    }

    /** Limits that a city has set before releases held any are not replaced by the program's samples. */
    private boolean wouldUndoTheCitysOwn(Artifact file) {
        Release now = releases.inForce();
        return file.path().equals(Standards.PATH)
                && !releases.has(now.number(), Standards.PATH)
                && now.catalogueVersion() != Standards.SHIPPED;
    }

    private Map<String, String> first() {
        return bundles.files(FIRST).stream().collect(Collectors.toMap(Artifact::path, Artifact::sha256));
    }

    private Optional<UUID> offer(String sha256, Map<String, String> old, Map<String, Artifact> now) {
        List<Artifact> put = new ArrayList<>();
        now.forEach((path, file) -> {
            if (!Objects.equals(old.get(path), file.sha256()) && !wouldUndoTheCitysOwn(file)) {
                put.add(file);
            }
        });
        Set<String> gone = new HashSet<>(old.keySet());
        gone.removeAll(now.keySet());
        if (put.isEmpty() && gone.isEmpty()) {
            return Optional.empty();
        }
        Optional<UUID> draft = drafts.offer("processes/ rules/ forms/ · " + sha256.substring(0, 8), put, gone);
        draft.ifPresent(id -> LOG.info("what is new in processes/, rules/ and forms/ is offered as draft {}", id));
        return draft;
    }
}
