package org.gridcase.desk.process;

/** A group that nobody holds at present, with open tasks that nobody has claimed. */
public record Vacancy(String group, long tasks) {}
