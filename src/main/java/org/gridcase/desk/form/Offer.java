package org.gridcase.desk.form;

import org.jspecify.annotations.Nullable;

/**
 * Something to choose in a form.
 *
 * @param detail one more line about it
 * @param proposed whether policy proposes it
 */
record Offer(String value, String label, @Nullable String detail, boolean proposed) {}
