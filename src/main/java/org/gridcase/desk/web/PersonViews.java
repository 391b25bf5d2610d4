package org.gridcase.desk.web;

import java.util.Locale;
import java.util.Set;
import org.gridcase.casework.CaseFacts;
import org.gridcase.desk.person.RevealRights;
import org.gridcase.desk.person.Revealed;
import org.gridcase.intake.Contacts;
import org.gridcase.privacy.PersonalText;
import org.gridcase.privacy.PersonalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a case's page shows of its reporter, for those who have business with them. */
@Component
class PersonViews {
    private static final Set<String> REPORTED = Set.of(PersonalText.DESCRIPTION, PersonalText.ADDRESS);

    private final RevealRights rights;
    private final Contacts contacts;
    private final PersonalTexts texts;
    private final Naming naming;
    private final Times times;

    PersonViews(RevealRights rights, Contacts contacts, PersonalTexts texts, Naming naming, Times times) {
        this.rights = rights;
        this.contacts = contacts;
        this.texts = texts;
        this.naming = naming;
        this.times = times;
    }

    /** None for those who have no business with them. */
    @Nullable
    PersonView of(CaseFacts facts, String account) {
        return rights.has(account, facts)
                ? PersonView.masked(
                        contacts.masked(facts.id()), texts.of(facts.id()).size())
                : null;
    }

    PersonView.Shown shown(Revealed revealed, Locale locale) {
        Names names = naming.in(locale);
        return new PersonView.Shown(
                revealed.contacts(),
                revealed.texts().stream().map(text -> text(text, names)).toList());
    }

    private PersonView.Text text(PersonalText text, Names names) {
        String key = REPORTED.contains(text.part()) ? "desk.person.part." : "casework.move.";
        return new PersonView.Text(names.say(key + text.part()), times.minute(text.saidAt()), text.words());
    }
}
