package org.gridcase.intake;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.CasePhotos;
import org.gridcase.casework.Cases;
import org.gridcase.casework.Entry;
import org.gridcase.casework.Move;
import org.gridcase.casework.Stage;
import org.gridcase.casework.Timeline;
import org.gridcase.photo.Photo;
import org.gridcase.photo.PhotoId;
import org.gridcase.photo.Photos;
import org.gridcase.photo.Uploader;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Those who follow a case without an account: its secret is their only key. */
@Component
@Transactional
public class Followers {
    static final int LONGEST_WORDS = 1_000;
    static final int MOST_ADDITIONS = 20;
    private static final String ACTOR = "resident";

    private final Cases cases;
    private final Timeline timeline;
    private final CasePhotos casePhotos;
    private final Photos photos;

    Followers(Cases cases, Timeline timeline, CasePhotos casePhotos, Photos photos) {
        this.cases = cases;
        this.timeline = timeline;
        this.casePhotos = casePhotos;
        this.photos = photos;
    }

    /** @throws FollowRefused if no case has this secret */
    @Transactional(readOnly = true)
    public Followed view(String secret) {
        CaseFacts facts = facts(secret);
        List<Entry> entries = timeline.of(facts.id());
        var path = Milestone.path(Boolean.TRUE.equals(facts.minor()), facts.checkMinor());
        var closed = facts.stage() == Stage.CLOSED ? facts.closedAt() : null;
        return new Followed(
                facts.number(),
                facts.stage(),
                facts.serviceCode(),
                facts.location(),
                facts.reportedAt(),
                Progress.along(path, entries),
                casePhotos.of(facts.id()),
                ending(facts.stage(), entries),
                other(facts.joinedTo()),
                closed == null ? null : cases.reopenableUntil(closed),
                facts.satisfaction(),
                Delay.of(facts.stage(), entries),
                entries.size());
    }

    private @Nullable String other(@Nullable CaseId joinedTo) {
        return joinedTo == null ? null : cases.facts(joinedTo).number();
    }

    private static @Nullable String ending(Stage stage, List<Entry> entries) {
        if (stage != Stage.ANNULLED && stage != Stage.JOINED) {
            return null;
        }
        return entries.stream()
                .filter(entry -> entry.move() == Move.ANNUL || entry.move() == Move.JOIN)
                .map(Entry::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The photo, if it shows the case that has this secret. */
    @Transactional(readOnly = true)
    public Photo photo(String secret, PhotoId id) {
        CaseId shown = facts(secret).id();
        return photos.find(id)
                .filter(photo -> casePhotos.showing(id).contains(shown))
                .orElseThrow(FollowRefused::unknownLink);
    }

    /** Adds words, photos or both to a case that is still open. */
    public void add(String secret, @Nullable String words, Collection<PhotoId> more, Uploader uploader) {
        CaseFacts facts = facts(secret);
        String added = blankToNull(words);
        if (added == null && more.isEmpty()) {
            throw FollowRefused.nothingAdded();
        }
        checkLength(added);
        if (more.size() > Reports.MOST_PHOTOS) {
            throw ReportRefused.tooManyPhotos(Reports.MOST_PHOTOS);
        }
        if (additions(facts.id()) >= MOST_ADDITIONS) {
            throw FollowRefused.addedTooOften(MOST_ADDITIONS);
        }
        photos.attach(more, uploader);
        cases.add(facts.id(), ACTOR, added, more);
    }

    private long additions(CaseId id) {
        return timeline.of(id).stream()
                .filter(entry -> entry.move() == Move.ADD && entry.actor().equals(ACTOR))
                .count();
    }

    /** Says that it was not put right after all. */
    public void reopen(String secret, @Nullable String reason) {
        CaseFacts facts = facts(secret);
        String why = blankToNull(reason);
        if (why == null) {
            throw FollowRefused.noReason();
        }
        checkLength(why);
        cases.reopen(facts.id(), ACTOR, why);
    }

    /** @param stars 1 to 5 */
    public void rate(String secret, int stars, @Nullable String remark) {
        CaseFacts facts = facts(secret);
        if (stars < 1 || stars > 5) {
            throw FollowRefused.noStars();
        }
        String words = blankToNull(remark);
        checkLength(words);
        cases.rate(facts.id(), stars, ACTOR, words);
    }

    private CaseFacts facts(String secret) {
        return cases.followed(secret).orElseThrow(FollowRefused::unknownLink);
    }

    private static void checkLength(@Nullable String words) {
        if (words != null && words.length() > LONGEST_WORDS) {
            throw FollowRefused.wordsTooLong(LONGEST_WORDS);
        }
    }

    private static @Nullable String blankToNull(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }
}
