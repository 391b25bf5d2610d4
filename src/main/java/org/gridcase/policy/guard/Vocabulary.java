package org.gridcase.policy.guard;

import java.util.Set;

/**
 * What models may speak of.
 *
 * @param steps names of the program's automatic steps
 * @param tasks keys of human tasks that the program has a facade for
 * @param roles codes of roles
 * @param variables names that expressions may ask for
 * @param reserved keys of processes that ship with the program
 * @param decisions names of decision tables that the program asks
 */
public record Vocabulary(
        Set<String> steps,
        Set<String> tasks,
        Set<String> roles,
        Set<String> variables,
        Set<String> reserved,
        Set<String> decisions) {}
