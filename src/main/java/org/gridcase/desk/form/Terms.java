package org.gridcase.desk.form;

import java.util.Locale;
import java.util.Objects;
import org.gridcase.casework.Entry;
import org.gridcase.casework.Move;
import org.gridcase.casework.Stage;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.catalogue.UnitKind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The city's words for codes, in the reader's language. */
@Component
public class Terms {
    private final MessageSource messages;
    private final Catalogue catalogue;

    Terms(MessageSource messages, Catalogue catalogue) {
        this.messages = messages;
        this.catalogue = catalogue;
    }

    public String say(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNullElse(messages.getMessage(key, arguments, key, locale), key);
    }

    public String stage(Stage stage, Locale locale) {
        return say("casework.stage." + stage, locale);
    }

    public String move(Move move, Locale locale) {
        return say("casework.move." + move, locale);
    }

    /** What happened, as a line of the timeline says it: of a request, also what became of it. */
    public String line(Entry entry, Locale locale) {
        Object request = entry.detail().get("request");
        String key = "casework.move." + entry.move();
        return say(request == null ? key : key + '.' + request, locale);
    }

    public String limit(int amount, String kind, Locale locale) {
        return say("desk.form.limit", locale, amount, say("catalogue.limitKind." + kind, locale));
    }

    public String unitKind(UnitKind kind, Locale locale) {
        return unitKind(kind.code(), locale);
    }

    /** Kinds that a city has added are shown as they are. */
    public String unitKind(String code, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage("catalogue.unitKind." + code, null, code, locale), code);
    }

    public String className(String serviceCode, Locale locale) {
        return catalogue.byServiceCode(serviceCode).map(one -> one.name(locale)).orElse(serviceCode);
    }
}
