package org.gridcase.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** SHA-256 in hexadecimal. */
final class Hash {

    private Hash() {}

    static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Over sorted paths and the hashes of their contents. */
    static String of(Collection<Artifact> artifacts) {
        return of(artifacts.stream()
                .sorted(Comparator.comparing(Artifact::path))
                .map(artifact -> artifact.path() + ' ' + artifact.sha256() + '\n')
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }
}
