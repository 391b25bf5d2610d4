package org.gridcase.catalogue;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A class of cases (小类).
 *
 * @param keywords other words people use for it
 * @param oldCode {@code nn-mm} of GB/T 30428.2-2013, by an inferred rule; none outside its groups 01 to 04
 * @param active whether new cases may have it
 */
public record CaseClass(
        ClassKey key,
        ClassGroup group,
        String name,
        @Nullable String nameEn,
        List<String> keywords,
        @Nullable String oldCode,
        boolean active) {

    public CaseClass {
        keywords = List.copyOf(keywords);
    }

    public String serviceCode() {
        return key.serviceCode();
    }

    /** Whether the city added it to what the standard has. */
    public boolean local() {
        return key.local();
    }

    /** In English where asked for and known, else in Chinese. */
    public String name(Locale locale) {
        return Names.in(locale, name, nameEn);
    }
}
