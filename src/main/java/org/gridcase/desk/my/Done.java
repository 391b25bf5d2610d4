package org.gridcase.desk.my;

import org.jspecify.annotations.Nullable;

/**
 * What became of a form that was accepted.
 *
 * @param stage where the case stands now, in words
 * @param next the task to do next
 */
record Done(String number, String stage, @Nullable String next) {}
