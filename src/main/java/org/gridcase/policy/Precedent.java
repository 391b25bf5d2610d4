package org.gridcase.policy;

/**
 * What policy decides from some inputs, with all that a record of it holds but the case and the time.
 *
 * @param table its path in the release
 * @param inputs as JSON
 * @param output as JSON
 */
public record Precedent<O>(
        String decision,
        int release,
        String table,
        String tableSha256,
        String row,
        String inputs,
        String output,
        long catalogueVersion,
        int calendarVersion,
        O decided) {}
