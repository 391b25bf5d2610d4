package org.gridcase.catalogue;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The catalogue's own texts in one of its two languages, which its spreadsheets are written in and read back from. */
final class Words {
    private static final Words CHINESE = new Words(Locale.SIMPLIFIED_CHINESE);
    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    static final List<Words> BOTH = List.of(CHINESE, ENGLISH);

    private final Locale locale;
    private final ResourceBundle texts;

    private Words(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle("messages/catalogue", locale);
    }

    static Words in(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : CHINESE;
    }

    Locale locale() {
        return locale;
    }

    /** @throws MissingResourceException if there is no such text */
    String of(String key, Object... args) {
        return new MessageFormat(texts.getString(key), locale).format(args);
    }

    String of(FilingColumn column) {
        return of("catalogue.column." + column.name());
    }

    String of(LimitKind kind) {
        return of("catalogue.limitKind." + kind.name());
    }

    String of(UnitKind kind) {
        return of("catalogue.unitKind." + kind.code());
    }

    String of(boolean value) {
        return of(value ? "catalogue.yes" : "catalogue.no");
    }
}
