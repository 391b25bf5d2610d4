package org.gridcase.past;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Rows of one table in PostgreSQL's binary form of COPY, filled and sent again and again. */
final class CopyBuffer {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int FLAGS_AND_EXTENSION = 8;
    private static final int TEXT = 25;
    /** 1 January 2000, from which PostgreSQL counts. */
    private static final long EPOCH_MILLIS = 946_684_800_000L;

    private final Table table;
    private byte[] bytes = new byte[1 << 20];
    private int length;
    private int rows;

    CopyBuffer(Table table) {
        this.table = table;
        clear();
    }

    private void clear() {
        System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
        Arrays.fill(bytes, SIGNATURE.length, SIGNATURE.length + FLAGS_AND_EXTENSION, (byte) 0);
        length = SIGNATURE.length + FLAGS_AND_EXTENSION;
        rows = 0;
    }

    CopyBuffer row() {
        rows++;
        two(table.columns().size());
        return this;
    }

    CopyBuffer put(@Nullable String text) {
        return text == null ? nothing() : put(text.getBytes(StandardCharsets.UTF_8));
    }

    CopyBuffer put(byte @Nullable [] value) {
        if (value == null) {
            return nothing();
        }
        four(value.length);
        all(value);
        return this;
    }

    CopyBuffer put(UUID id) {
        four(16);
        eight(id.getMostSignificantBits());
        eight(id.getLeastSignificantBits());
        return this;
    }

    CopyBuffer put(@Nullable Instant at) {
        if (at == null) {
            return nothing();
        }
        four(8);
        eight((at.toEpochMilli() - EPOCH_MILLIS) * 1_000 + at.getNano() / 1_000 % 1_000);
        return this;
    }

    CopyBuffer put(boolean value) {
        four(1);
        room(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    CopyBuffer integer(@Nullable Integer value) {
        if (value == null) {
            return nothing();
        }
        four(4);
        four(value);
        return this;
    }

    CopyBuffer bigint(@Nullable Long value) {
        if (value == null) {
            return nothing();
        }
        four(8);
        eight(value);
        return this;
    }

    CopyBuffer real(@Nullable Double value) {
        if (value == null) {
            return nothing();
        }
        four(8);
        eight(Double.doubleToLongBits(value));
        return this;
    }

    CopyBuffer truth(@Nullable Boolean value) {
        return value == null ? nothing() : put(value.booleanValue());
    }

    CopyBuffer json(@Nullable String text) {
        if (text == null) {
            return nothing();
        }
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        four(value.length + 1);
        room(1);
        bytes[length++] = 1;
        all(value);
        return this;
    }

    CopyBuffer texts(Collection<String> values) {
        int start = length;
        four(0);
        four(values.isEmpty() ? 0 : 1);
        four(0);
        four(TEXT);
        if (!values.isEmpty()) {
            four(values.size());
            four(1);
            values.forEach(this::put);
        }
        int end = length;
        length = start;
        four(end - start - 4);
        length = end;
        return this;
    }

    CopyBuffer nothing() {
        four(-1);
        return this;
    }

    /** Sends what is in it, and is empty again. */
    void send(CopyManager copies) throws SQLException {
        if (rows > 0) {
            two(-1);
            CopyIn in = copies.copyIn(table.copy());
            try {
                in.writeToCopy(bytes, 0, length);
                in.endCopy();
            } finally {
                if (in.isActive()) {
                    in.cancelCopy();
                }
            }
        }
        clear();
    }

    private void two(int value) {
        room(2);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
    }

    private void four(int value) {
        room(4);
        bytes[length++] = (byte) (value >> 24);
        bytes[length++] = (byte) (value >> 16);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
    }

    private void eight(long value) {
        four((int) (value >> 32));
        four((int) value);
    }

    private void all(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
