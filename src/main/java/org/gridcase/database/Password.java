package org.gridcase.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

/** The database's random password, kept in a file only its owner can read. */
record Password(String value) {
    private static final int BYTES = 24;

    /** @throws DatabaseRefused if the file is gone although there is a database it belongs to */
    static Password of(DataFolder folder) {
        try {
            if (Files.exists(folder.password()) && Files.size(folder.password()) > 0) {
                return new Password(Files.readString(folder.password()).strip());
            }
            if (Files.exists(folder.database())) {
                throw DatabaseRefused.passwordMissing(folder.password());
            }
            return made(folder.password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Password made(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        var password = new Password(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        Path fresh = Files.createTempFile(file.getParent(), "postgres", ".new", DataFolder.ownersOnly("rw-------"));
        Files.writeString(fresh, password.value());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    @Override
    public String toString() {
        return "***";
    }
}
