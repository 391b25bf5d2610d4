package org.gridcase.policy;

/**
 * A case that might be reported, as somebody who tries a draft out thinks of it.
 *
 * @param proposed its class, as the reporter or the machine proposes it
 * @param given whether the reporter chose it
 * @param confidence of the machine, 0 to 1
 * @param margin before the second proposal, 0 to 1
 * @param placeKind of the dedicated grid it lies in; empty in the open street
 * @param photos how many
 * @param returns how often units have sent it back
 */
public record TrialFacts(
        String proposed,
        boolean given,
        double confidence,
        double margin,
        String channel,
        String district,
        String street,
        String placeKind,
        int photos,
        int returns) {}
