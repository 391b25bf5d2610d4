package org.gridcase.doors;

import java.util.List;
import java.util.Set;

/**
 * Something that somebody does, and the doors behind it.
 *
 * @param table the file that says who gets which answer at these doors
 * @param narrowed of what only; empty if of everything behind an open door
 * @param only the accounts that have anything behind the door at all; empty if it is for all to whom it opens
 */
record Action(String table, Words group, Words does, Words narrowed, Set<String> only, List<String> doors) {}
