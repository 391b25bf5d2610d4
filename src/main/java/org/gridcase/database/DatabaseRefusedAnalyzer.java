package org.gridcase.database;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in Chinese and in English why the embedded database did not start, in place of a stack trace. */
final class DatabaseRefusedAnalyzer extends AbstractFailureAnalyzer<DatabaseRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DatabaseRefused cause) {
        return new FailureAnalysis(inBoth(cause.key(), cause), inBoth(cause.key() + ".action", cause), null);
    }

    private static String inBoth(String key, DatabaseRefused cause) {
        return text(Locale.SIMPLIFIED_CHINESE, key, cause) + "\n" + text(Locale.ENGLISH, key, cause);
    }

    private static String text(Locale locale, String key, DatabaseRefused cause) {
        var texts = ResourceBundle.getBundle(
                "messages/database", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(key), locale)
                .format(cause.arguments().toArray());
    }
}
