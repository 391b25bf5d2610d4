package org.gridcase.identity;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What colleagues call somebody, put together from its parts. */
public final class PersonName {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

    private PersonName() {}

    /** Chinese names stand with the family's first and without a space; empty without any part. */
    public static Optional<String> of(@Nullable String given, @Nullable String family) {
        if (given != null && family != null && CHINESE.matcher(family + given).matches()) {
            return Optional.of(family + given);
        }
        String name = Stream.of(given, family)
                .filter(part -> part != null && !part.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
