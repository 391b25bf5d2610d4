package org.gridcase.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.gridcase.policy.Draft;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A draft's spreadsheet as the grid in the browser shows it. */
@Component
class SheetViews {
    private static final List<String> WORDS = List.of(
            "any", "row", "saved", "unsaved", "lost", "wrong", "hints", "fine", "reload", "cut", "most", "blank",
            "number", "several", "pasted", "copied");

    private final Drafts drafts;
    private final Naming naming;
    private final Vocabulary vocabulary;
    private final StudioJson json;

    SheetViews(Drafts drafts, Naming naming, Vocabulary vocabulary, StudioJson json) {
        this.json = json;
        this.drafts = drafts;
        this.naming = naming;
        this.vocabulary = vocabulary;
    }

    /** The page around it; {@code words} that the grid says, as JSON. */
    record Page(UUID draft, String title, String path, boolean mayChange, String sha256, String words) {}

    /** The grid itself. */
    record Grid(String sha256, int first, List<Column> columns, List<List<String>> rows, List<Note> notes) {}

    /** @param words that may stand in its cells, with what they stand for; others may too where {@code choices} is empty */
    record Column(
            String name,
            String title,
            boolean condition,
            boolean required,
            boolean several,
            List<Choice> choices,
            List<Choice> words,
            @Nullable Double from,
            @Nullable Double to) {}

    /** What is to be said of a cell, in words. */
    record Note(int row, int column, String cell, String words, boolean wrong) {}

    Page page(UUID id, Sheet sheet, String reader, Locale locale) {
        Names names = naming.in(locale);
        Draft draft = drafts.get(id);
        Map<String, String> words = new TreeMap<>();
        WORDS.forEach(word -> words.put(word, names.say("desk.studio.grid." + word)));
        return new Page(id, draft.title(), sheet.path(), mayChange(draft, reader), sheet.sha256(), json.write(words));
    }

    static boolean mayChange(Draft draft, String reader) {
        boolean open = draft.state() == Draft.State.DRAFT || draft.state() == Draft.State.CHECKED;
        return open && draft.author().equals(reader);
    }

    Grid grid(Sheet sheet, Locale locale) {
        Names names = naming.in(locale);
        return new Grid(
                sheet.sha256(),
                sheet.first(),
                sheet.columns().stream()
                        .map(column -> column(column, names, locale))
                        .toList(),
                sheet.rows(),
                notes(sheet, names));
    }

    private static List<Note> notes(Sheet sheet, Names names) {
        return sheet.notes().stream()
                .map(note -> new Note(
                        note.row(), note.column(), note.cell(), names.say(note.key(), note.found()), note.wrong()))
                .toList();
    }

    private Column column(Sheet.Column it, Names names, Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        List<Choice> known = vocabulary.of(it.name(), locale);
        return new Column(
                it.name(),
                chinese && !it.title().isBlank() ? it.title() : names.say("desk.studio.column." + it.name()),
                it.condition(),
                it.required(),
                it.several(),
                it.choices().stream()
                        .map(code -> new Choice(code, meaning(code, known)))
                        .toList(),
                it.choices().isEmpty() ? known : List.of(),
                it.from(),
                it.to());
    }

    private static String meaning(String code, List<Choice> known) {
        return known.stream()
                .filter(one -> one.code().equals(code))
                .map(Choice::name)
                .findFirst()
                .orElse("");
    }
}
