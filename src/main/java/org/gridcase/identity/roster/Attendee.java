package org.gridcase.identity.roster;

import java.util.Set;

/** Somebody and the names of the groups they are in. */
record Attendee(Person person, Set<String> groups) {}
