package org.gridcase.identity.roster;

import java.io.IOException;
import java.io.InputStream;

/** Reads an answer as far as an answer may be long. */
class BoundedBody {
    private static final int LARGEST = 16 << 20;

    private BoundedBody() {}

    static byte[] read(InputStream body) throws IOException {
        byte[] read = body.readNBytes(LARGEST + 1);
        if (read.length > LARGEST) {
            throw new KeycloakFailure(KeycloakFailure.Why.UNEXPECTED, "an answer of more than " + LARGEST, null);
        }
        return read;
    }
}
