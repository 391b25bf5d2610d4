package org.gridcase.intake.web;

import java.util.Locale;
import java.util.Map;
import org.gridcase.shared.Refusal;
import org.springframework.context.MessageSource;

/** A refusal in words, with the field beside which it is shown. */
record FieldError(String field, String words) {
    /** By the beginning of the refusal's key. */
    private static final Map<String, String> FIELDS = Map.of(
            "intake.text.", "text",
            "intake.place.", "place",
            "intake.photos.", "photos",
            "photo.", "photos",
            "intake.address.", "address",
            "intake.contact.", "phone",
            "intake.follow.add.", "add",
            "intake.follow.words.", "add",
            "intake.follow.reopen.", "reopen",
            "intake.follow.rate.", "rate");

    static FieldError of(Refusal refusal, MessageSource messages, Locale locale) {
        String words = messages.getMessage(refusal.key(), refusal.arguments().toArray(), locale);
        return new FieldError(field(refusal.key()), words);
    }

    static String field(String key) {
        return FIELDS.entrySet().stream()
                .filter(field -> key.startsWith(field.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("form");
    }
}
