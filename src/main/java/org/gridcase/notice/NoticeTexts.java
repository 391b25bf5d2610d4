package org.gridcase.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What notices say in each language: the city's own words, else those that travel with the program. */
@Component
public class NoticeTexts {
    static final int LONGEST_TITLE = 80;
    static final int LONGEST_BODY = 500;
    static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)}");
    /** In which the city speaks to whoever has not chosen. */
    static final Locale CITYS = Locale.SIMPLIFIED_CHINESE;

    private static final List<Locale> LANGUAGES = List.of(CITYS, Locale.ENGLISH);
    private static final String LIST = "notice.templates";

    private final JdbcClient jdbc;
    private final MessageSource messages;

    NoticeTexts(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** A template's words. */
    public record Text(String title, String body) {}

    /**
     * A template in one language.
     *
     * @param own the city's own words
     * @param names what the words may name in braces
     */
    public record Template(String key, String language, Text text, boolean own, Set<String> names) {}

    public List<Template> all() {
        return keys().flatMap(key -> LANGUAGES.stream().map(language -> template(key, language)))
                .toList();
    }

    private Stream<String> keys() {
        return Stream.of(messages.getMessage(LIST, null, CITYS).split("\\s+"));
    }

    boolean has(String key) {
        return keys().anyMatch(key::equals);
    }

    private Template template(String key, Locale language) {
        Optional<Text> own = own(key, language);
        return new Template(
                key, tag(language), own.orElseGet(() -> shipped(key, language)), own.isPresent(), names(key));
    }

    /** @throws NoticeRefused if there is no such template, or it names what it does not know, or is too long */
    @Transactional
    public void put(String key, String language, Text text) {
        check(key, language);
        Text clean = new Text(text.title().strip(), text.body().strip().replace("\r\n", "\n"));
        if (clean.title().isEmpty() || clean.title().length() > LONGEST_TITLE || !Line.is(clean.title())) {
            throw NoticeRefused.title(LONGEST_TITLE);
        }
        boolean plain = clean.body().lines().allMatch(Line::is);
        if (clean.body().isEmpty() || clean.body().length() > LONGEST_BODY || !plain) {
            throw NoticeRefused.body(LONGEST_BODY);
        }
        Set<String> unknown = named(clean);
        unknown.removeAll(names(key));
        String rest = NAME.matcher(clean.title() + clean.body()).replaceAll("");
        if (!unknown.isEmpty() || rest.contains("{") || rest.contains("}")) {
            throw NoticeRefused.names(
                    names(key).stream().map(name -> "{" + name + "}").collect(Collectors.joining(" ")));
        }
        jdbc.sql("""
                        insert into notice_text (template, language, title, body) values (?, ?, ?, ?)
                        on conflict (template, language) do update set title = excluded.title, body = excluded.body""").params(key, language, clean.title(), clean.body()).update();
    }

    /** The words that travel with the program are used again. */
    @Transactional
    public void drop(String key, String language) {
        check(key, language);
        jdbc.sql("delete from notice_text where template = ? and language = ?")
                .params(key, language)
                .update();
    }

    private void check(String key, String language) {
        if (!has(key) || LANGUAGES.stream().noneMatch(one -> tag(one).equals(language))) {
            throw NoticeRefused.noTemplate();
        }
    }

    Text in(String key, Locale language) {
        return own(key, language).orElseGet(() -> shipped(key, language));
    }

    private Optional<Text> own(String key, Locale language) {
        return jdbc.sql("select title, body from notice_text where template = ? and language = ?")
                .params(key, tag(language))
                .query(Text.class)
                .optional();
    }

    private Text shipped(String key, Locale language) {
        return new Text(
                messages.getMessage("notice.text." + key + ".title", null, key, language),
                messages.getMessage("notice.text." + key + ".body", null, "", language));
    }

    /** What the shipped texts name is what is told. */
    private Set<String> names(String key) {
        Set<String> names = named(shipped(key, CITYS));
        names.addAll(named(shipped(key, Locale.ENGLISH)));
        return names;
    }

    private static Set<String> named(Text text) {
        return NAME.matcher(text.title() + " " + text.body())
                .results()
                .map(found -> name(found))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(MatchResult found) {
        return found.group(1);
    }

    static String tag(Locale language) {
        return language.getLanguage().equals("en") ? "en" : "zh-CN";
    }

    static Locale language(String tag) {
        return tag.equals("en") ? Locale.ENGLISH : CITYS;
    }
}
