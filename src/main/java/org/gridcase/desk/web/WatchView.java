package org.gridcase.desk.web;

/**
 * How a case is watched, as its page shows it.
 *
 * @param state key of what it waits for
 * @param late whether the reply should have come
 */
record WatchView(
        String by, String replier, String reason, String orders, String due, String state, boolean late, int rounds) {}
