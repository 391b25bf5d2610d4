package org.gridcase.desk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridcase.grid.Duties;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.identity.leave.Absence;
import org.gridcase.identity.leave.Absences;
import org.gridcase.identity.leave.Managing;
import org.springframework.stereotype.Component;

/** Absences in the reader's words, and whom one might have stand in. */
@Component
class LeaveLines {
    private final Absences absences;
    private final Managing managing;
    private final Duties duties;
    private final Staff staff;

    LeaveLines(Absences absences, Managing managing, Duties duties, Staff staff) {
        this.absences = absences;
        this.managing = managing;
        this.duties = duties;
        this.staff = staff;
    }

    List<LeaveLine> seenBy(String reader, Names names) {
        return absences.seenBy(reader).stream()
                .map(absence -> line(absence, reader, names))
                .toList();
    }

    /** The substitute of the person's own grids first, then those who hold the same roles. */
    List<Choice> proposals(String person, Names names) {
        Map<String, Choice> found = new LinkedHashMap<>();
        for (String account : duties.substitutesFor(person)) {
            String name = staff.find(account).map(StaffMember::name).orElse(account);
            found.put(account, new Choice(account, names.say("desk.leave.ofTheGrid", name, account)));
        }
        for (StaffMember member : absences.proposals(person)) {
            found.putIfAbsent(member.id(), new Choice(member.id(), member.name() + "（" + member.id() + "）"));
        }
        return new ArrayList<>(found.values());
    }

    private LeaveLine line(Absence absence, String reader, Names names) {
        boolean mine = absence.staff().equals(reader);
        boolean theirs = mine || managing.manages(reader, absence.staff());
        return new LeaveLine(
                absence.id().toString(),
                absence.staff(),
                names.ofActor(absence.staff()),
                absence.substitute() == null ? null : names.ofActor(absence.substitute()),
                absence.firstDay().toString(),
                absence.lastDay().toString(),
                // why somebody is away is between them and whoever leads them
                theirs ? absence.reason() : "",
                names.ofActor(absence.enteredBy()),
                absence.state().name().toLowerCase(Locale.ROOT),
                mine,
                theirs && absence.endedAt() == null);
    }
}
