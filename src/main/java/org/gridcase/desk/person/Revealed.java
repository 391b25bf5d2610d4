package org.gridcase.desk.person;

import java.util.List;
import org.gridcase.intake.Report;
import org.gridcase.privacy.PersonalText;

/** What is personal in a case, unmasked: for one answer, never kept or cached. */
public record Revealed(List<Report.Contact> contacts, List<PersonalText> texts) {}
