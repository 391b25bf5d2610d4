package org.gridcase.policy;

import java.time.Instant;

/**
 * An immutable bundle of flow, rules and forms.
 *
 * @param deploymentId its one deployment in the engine, with all its processes and DMN tables
 * @param sha256 of all its paths and contents
 * @param catalogueVersion of the filing standard that its cases are filed under
 */
public record Release(int number, String deploymentId, Instant effectiveAt, String sha256, int catalogueVersion) {}
