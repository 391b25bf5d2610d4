package org.gridcase.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A named part of a PNG or WebP file.
 *
 * @param start where the part begins, its frame included
 * @param data where its data begins
 * @param length of the data
 * @param end where the part ends, its frame included
 */
record Chunk(String type, int start, int data, int length, int end) {
    /** Real files have a few dozen; each costs memory. */
    private static final int MOST = 20_000;

    /** Up to the end mark; what comes after it is no part of the picture. */
    static List<Chunk> ofPng(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file);
        List<Chunk> chunks = new ArrayList<>();
        Chunk chunk;
        int at = 8;
        do {
            long length = at + 8 <= file.length ? buffer.getInt(at) : -1;
            chunk = checked(file, type(file, at + 4), at, length, at + 12 + length);
            chunks.add(chunk);
            at = chunk.end;
        } while (!chunk.type.equals("IEND") && chunks.size() < MOST);
        return chunks;
    }

    static List<Chunk> ofWebp(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long end = Math.min(file.length, 8L + Integer.toUnsignedLong(buffer.getInt(4)));
        List<Chunk> chunks = new ArrayList<>();
        for (int at = 12; at + 8 <= end && chunks.size() < MOST; ) {
            long length = buffer.getInt(at + 4);
            Chunk chunk =
                    checked(file, type(file, at), at, length, Math.min(file.length, at + 8 + length + length % 2));
            chunks.add(chunk);
            at = chunk.end;
        }
        return chunks;
    }

    private static Chunk checked(byte[] file, String type, int at, long length, long end) {
        if (length < 0 || at + 8 + length > file.length || end > file.length) {
            throw BrokenPhoto.content();
        }
        return new Chunk(type, at, at + 8, (int) length, (int) end);
    }

    private static String type(byte[] file, int at) {
        return at + 4 <= file.length ? new String(file, at, 4, StandardCharsets.ISO_8859_1) : "";
    }
}
