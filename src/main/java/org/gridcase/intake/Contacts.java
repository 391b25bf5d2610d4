package org.gridcase.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.gridcase.privacy.Kept;
import org.gridcase.privacy.Masking;
import org.gridcase.privacy.PersonalPlace;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How those who reported are reached; masked for all but those who say why they ask. */
@Component
public class Contacts implements PersonalPlace {
    private static final String KIND = "contact";

    private final JdbcClient jdbc;
    private final Masking masking;

    Contacts(JdbcClient jdbc, Masking masking) {
        this.jdbc = jdbc;
        this.masking = masking;
    }

    /** As typed; for those who may see it. */
    public List<Report.Contact> of(CaseId id) {
        return jdbc.sql("""
                        select contact_name, contact_phone, contact_email from report where case_id = ?
                          and num_nonnulls(contact_name, contact_phone, contact_email) > 0 order by received_at, id""")
                .param(id.value())
                .query((row, n) -> new Report.Contact(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    public List<Report.Contact> masked(CaseId id) {
        return of(id).stream()
                .map(one -> new Report.Contact(
                        masking.name(one.name()), masking.contact(one.phone()), masking.contact(one.email())))
                .toList();
    }

    /** The cases whose reporter left this number, however either was typed. */
    public List<CaseId> withPhone(String phone) {
        return jdbc.sql("select distinct case_id from report where contact_digits = ?")
                .param(Masking.digits(phone))
                .query((row, n) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    @Override
    public List<Kept> kept(CaseId id) {
        List<Kept> all = new ArrayList<>();
        of(id).forEach(one -> all.add(Kept.of(KIND, fields(one))));
        retries(id).forEach(sender -> all.add(Kept.of("retry", Map.of("sender", sender))));
        return all;
    }

    private static Map<String, String> fields(Report.Contact contact) {
        Map<String, String> fields = new TreeMap<>();
        put(fields, "name", contact.name());
        put(fields, "phone", contact.phone());
        put(fields, "email", contact.email());
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private List<String> retries(CaseId id) {
        return jdbc.sql("select sender from intake_key where case_id = ?")
                .param(id.value())
                .query(String.class)
                .list();
    }

    @Override
    public Map<String, Integer> erase(CaseId id) {
        int retries = jdbc.sql("delete from intake_key where case_id = ?")
                .param(id.value())
                .update();
        int contacts = jdbc.sql("""
                        update report set contact_name = null, contact_phone = null, contact_email = null
                        where case_id = ? and num_nonnulls(contact_name, contact_phone, contact_email) > 0""").param(id.value()).update();
        return Map.of(KIND, contacts, "retry", retries);
    }
}
