package org.gridcase.policy.form;

/** One of the answers a field offers. */
public record Choice(String value, Label label) {}
