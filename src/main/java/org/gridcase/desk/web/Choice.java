package org.gridcase.desk.web;

/** Something to choose in a filter or form. */
record Choice(String code, String name) {}
