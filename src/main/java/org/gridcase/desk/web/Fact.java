package org.gridcase.desk.web;

/** A label and what it says. */
record Fact(String label, String value) {}
