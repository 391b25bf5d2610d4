package org.gridcase.desk;

import org.gridcase.audit.Subject;

/** Lists that show of many cases a little: that somebody looked at one is on record, not each line of it. */
public final class Lists {
    public static final Subject TASKS = new Subject("list", "tasks");
    public static final Subject CASES = new Subject("list", "cases");
    public static final Subject WAITING = new Subject("list", "dispatch");

    private Lists() {}
}
