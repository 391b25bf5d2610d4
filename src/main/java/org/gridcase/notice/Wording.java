package org.gridcase.notice;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.gridcase.notice.NoticeTexts.Text;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts what is told into words. What somebody's words hold is never looked at for names or marks again. */
@Component
class Wording {
    private static final String LINES = "lines";

    private final NoticeTexts texts;
    private final MessageSource messages;

    Wording(NoticeTexts texts, MessageSource messages) {
        this.texts = texts;
        this.messages = messages;
    }

    Text of(String template, Map<String, String> told, Locale language) {
        Text text = texts.in(template, language);
        return new Text(fill(text.title(), told, language), fill(text.body(), told, language));
    }

    private String fill(String words, Map<String, String> told, Locale language) {
        return NoticeTexts.NAME
                .matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), told, language)));
    }

    private String value(String name, Map<String, String> told, Locale language) {
        if (name.equals(LINES)) {
            return lines(told, language);
        }
        String key = told.get(News.KEY + name);
        if (key != null) {
            return messages.getMessage(key, null, key, language);
        }
        String english = told.get(News.ENGLISH + name);
        return english != null && language.getLanguage().equals("en") ? english : told.getOrDefault(name, "");
    }

    private String lines(Map<String, String> told, Locale language) {
        return told.entrySet().stream()
                .filter(one -> one.getKey().startsWith(Digests.COUNT))
                .sorted(Map.Entry.comparingByKey())
                .map(one -> messages.getMessage(
                                "notice.short." + one.getKey().substring(Digests.COUNT.length()),
                                null,
                                one.getKey().substring(Digests.COUNT.length()),
                                language)
                        + " × " + one.getValue())
                .collect(Collectors.joining("\n"));
    }
}
