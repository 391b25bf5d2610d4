package org.gridcase.catalogue;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A group of classes (大类).
 *
 * @param code the prefix of its classes' service codes: {@code M06}
 */
public record ClassGroup(String code, String name, @Nullable String nameEn) {

    /** In English where asked for and known, else in Chinese. */
    public String name(Locale locale) {
        return Names.in(locale, name, nameEn);
    }
}
