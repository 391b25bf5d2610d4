package org.gridcase.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What the classification table reads.
 *
 * @param proposed the service code somebody or the model proposes; empty when nobody does
 * @param confidence 0 to 1
 * @param margin 0 to 1, how far the proposal stands before the second
 * @param channel {@code resident}, {@code worker}, {@code hotline}, {@code open311}, …
 * @param district six digits
 * @param given whether the reporter chose the class
 */
public record ClassificationInput(
        String proposed, double confidence, double margin, String channel, String district, boolean given) {

    /** Whatever is odd counts as unknown, so that the table always has an answer. */
    public ClassificationInput {
        proposed = Words.plain(proposed);
        confidence = Words.share(confidence);
        margin = Words.share(margin);
        channel = Words.plain(channel);
        district = Words.plain(district);
    }

    /** Whether the proposal has the shape of a service code, such as {@code M06010}. */
    @JsonIgnore
    public boolean isProposal() {
        return proposed.matches("[A-Z]\\d{5}");
    }

    ClassificationInput withoutProposal() {
        return new ClassificationInput("", confidence, margin, channel, district, given);
    }
}
