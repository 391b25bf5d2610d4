package org.gridcase.desk.person;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.Cases;
import org.gridcase.casework.Move;
import org.gridcase.desk.Auditing;
import org.gridcase.intake.Contacts;
import org.gridcase.privacy.Erasures;
import org.gridcase.privacy.Kept;
import org.gridcase.privacy.Masking;
import org.gridcase.privacy.PersonalTexts;
import org.gridcase.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is kept of a person who reported: found, handed out, erased, by administrators of the whole city. */
@Component
@Transactional
public class Persons {
    public static final int LONGEST_REASON = 500;
    /** More cases than anybody looks through at once. */
    public static final int MOST = 100;

    private static final Subject SEARCH = new Subject("person", "search");
    private static final int FEWEST_DIGITS = 7;

    private final Auditing auditing;
    private final Cases cases;
    private final Contacts contacts;
    private final PersonalTexts texts;
    private final Erasures erasures;
    private final Masking masking;
    private final Audit audit;

    Persons(
            Auditing auditing,
            Cases cases,
            Contacts contacts,
            PersonalTexts texts,
            Erasures erasures,
            Masking masking,
            Audit audit) {
        this.auditing = auditing;
        this.cases = cases;
        this.contacts = contacts;
        this.texts = texts;
        this.erasures = erasures;
        this.masking = masking;
        this.audit = audit;
    }

    /**
     * By the number of a case, or by a phone number that was left or stands in a text.
     *
     * @throws org.gridcase.desk.AuditingRefused by anybody but an administrator of the city
     */
    public List<Person> find(String account, String query) {
        auditing.check(account);
        String asked = query.strip();
        Set<CaseId> found = asked.toUpperCase(Locale.ROOT).startsWith("GC") ? numbered(asked) : byPhone(asked);
        audit.record(new AuditEntry(
                account,
                "person.find",
                SEARCH,
                null,
                Map.of("asked", String.valueOf(masking.contact(asked)), "found", found.size())));
        return found.stream().limit(MOST).map(this::person).toList();
    }

    private Set<CaseId> numbered(String number) {
        return cases.numbered(number).map(CaseFacts::id).map(Set::of).orElse(Set.of());
    }

    private Set<CaseId> byPhone(String phone) {
        if (Masking.digits(phone).length() < FEWEST_DIGITS) {
            throw PersonRefused.unknownQuery();
        }
        Set<CaseId> found = new LinkedHashSet<>(contacts.withPhone(phone));
        found.addAll(texts.naming(phone));
        return found;
    }

    private Person person(CaseId id) {
        return new Person(
                cases.facts(id),
                contacts.masked(id),
                erasures.kept(id).stream()
                        .collect(Collectors.groupingBy(Kept::kind, TreeMap::new, Collectors.counting())),
                cases.ended(id).isEmpty(),
                erasures.of(id).orElse(null));
    }

    /**
     * @return the number under which they are known from now on
     * @throws PersonRefused while one of the cases is open: whoever works on it needs to find it
     */
    public long erase(String account, Collection<CaseId> chosen, String reason) {
        auditing.check(account);
        String why = checked(chosen, reason);
        Set<CaseId> all = Set.copyOf(chosen);
        all.stream().sorted(Comparator.comparing(CaseId::toString)).forEach(id -> {
            cases.note(id, Move.ERASE, account, Map.of());
            if (cases.ended(id).isEmpty()) {
                throw PersonRefused.stillOpen(cases.facts(id).number());
            }
        });
        return erasures.erase(all, account, why);
    }

    /** All that is kept, by case; recorded before it is handed out. */
    public Map<CaseFacts, List<Kept>> export(String account, Collection<CaseId> chosen, String reason) {
        auditing.check(account);
        String why = checked(chosen, reason);
        chosen.forEach(id -> audit.record(new AuditEntry(account, "person.export", Subject.of(id), why, Map.of())));
        return chosen.stream().distinct().collect(Collectors.toMap(cases::facts, erasures::kept));
    }

    public List<Erasures.Erased> erased(String account) {
        auditing.check(account);
        return erasures.latest(MOST);
    }

    private static String checked(Collection<CaseId> chosen, String reason) {
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw PersonRefused.nothingChosen(MOST);
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw PersonRefused.withoutReason(LONGEST_REASON);
        }
        return why;
    }
}
