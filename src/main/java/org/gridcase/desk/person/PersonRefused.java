package org.gridcase.desk.person;

import org.gridcase.shared.Refusal;

/** What an administrator cannot do to what is kept of a person. */
public class PersonRefused extends Refusal {
    private PersonRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static PersonRefused unknownQuery() {
        return new PersonRefused(Kind.INVALID, "desk.persons.query");
    }

    static PersonRefused withoutReason(int longest) {
        return new PersonRefused(Kind.INVALID, "desk.persons.reason", longest);
    }

    static PersonRefused nothingChosen(int most) {
        return new PersonRefused(Kind.INVALID, "desk.persons.chosen", most);
    }

    static PersonRefused stillOpen(String number) {
        return new PersonRefused(Kind.CONFLICT, "desk.persons.open", number);
    }
}
