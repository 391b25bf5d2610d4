package org.gridcase.desk.web;

import java.util.List;
import java.util.Map;
import org.gridcase.desk.person.Asked;
import org.gridcase.intake.Report;
import org.jspecify.annotations.Nullable;

/**
 * The reporter as a case's page shows them: masked, unless the reader has just said why they ask.
 *
 * @param texts how many texts hold something that is masked
 * @param shown what was asked for; none until then
 * @param refused why it was not shown
 * @param typed what was asked, to be put right
 */
record PersonView(
        List<Report.Contact> contacts,
        int texts,
        @Nullable Shown shown,
        @Nullable String refused,
        Asked typed) {
    private static final Asked NOTHING = new Asked(null, null, null);

    /** Unmasked. */
    record Shown(List<Report.Contact> contacts, List<Text> texts) {}

    /** What somebody typed, and where. */
    record Text(String where, String at, String words) {}

    static PersonView masked(List<Report.Contact> contacts, int texts) {
        return new PersonView(contacts, texts, null, null, NOTHING);
    }

    PersonView with(Shown unmasked) {
        return new PersonView(contacts, texts, unmasked, null, NOTHING);
    }

    PersonView refused(String words, Asked asked) {
        return new PersonView(contacts, texts, null, words, asked);
    }

    public boolean knowsNothing() {
        return contacts.isEmpty() && texts == 0;
    }

    /** By their codes, for the form. */
    public Map<String, Boolean> ticked() {
        var fields = typed.fields();
        return Map.of(
                Asked.CONTACT,
                fields == null || fields.contains(Asked.CONTACT),
                Asked.WORDS,
                fields != null && fields.contains(Asked.WORDS));
    }
}
