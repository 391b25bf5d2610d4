package org.gridcase.policy.guard;

import java.util.List;
import org.gridcase.shared.Refusal;

/** A bundle that must not be published, with everything that is wrong with it. */
public final class BundleRefused extends Refusal {
    private final transient List<Finding> findings;

    private BundleRefused(List<Finding> findings) {
        super(
                Kind.INVALID,
                "policy.guard.refused",
                findings.size(),
                findings.get(0).file(),
                findings.get(0).place());
        this.findings = findings;
    }

    public static BundleRefused of(List<Finding> findings) {
        return new BundleRefused(List.copyOf(findings));
    }

    public List<Finding> findings() {
        return findings;
    }
}
