package org.gridcase.assistant;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/** The vocabulary of the text model: turns words into the numbers that it was trained on. */
final class WordPieces {
    /** What the model can take, its two frame marks included. */
    static final int MOST = 512;

    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final long start;
    private final long end;
    private final long unknown;

    /** @param tokenizer a tokenizer.json of the WordPiece kind */
    WordPieces(byte[] tokenizer) throws IOException {
        new ObjectMapper()
                .readTree(tokenizer)
                .at("/model/vocab")
                .properties()
                .forEach(
                        piece -> vocabulary.put(piece.getKey(), piece.getValue().asInt()));
        start = idOf("[CLS]");
        end = idOf("[SEP]");
        unknown = idOf("[UNK]");
    }

    private long idOf(String mark) {
        var id = vocabulary.get(mark);
        if (id == null) {
            throw new IllegalArgumentException("The vocabulary has no " + mark);
        }
        return id;
    }

    /** The framed ids of a text, cut to what the model can take. */
    long[] idsOf(String text) {
        var pieces = Words.of(plain(text)).stream().flatMapToLong(this::pieces).limit(MOST - 2);
        return LongStream.concat(LongStream.concat(LongStream.of(start), pieces), LongStream.of(end))
                .toArray();
    }

    /** The vocabulary has neither capitals nor full-width forms. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private LongStream pieces(String word) {
        if (word.length() > LONGEST_WORD) {
            return LongStream.of(unknown);
        }
        var pieces = LongStream.builder();
        for (int from = 0; from < word.length(); ) {
            int to = endOfLongestPiece(word, from);
            if (to == from) {
                return LongStream.of(unknown);
            }
            pieces.add(vocabulary.getOrDefault(piece(word, from, to), (int) unknown));
            from = to;
        }
        return pieces.build();
    }

    private int endOfLongestPiece(String word, int from) {
        int to = word.length();
        while (to > from && !vocabulary.containsKey(piece(word, from, to))) {
            to--;
        }
        return to;
    }

    private static String piece(String word, int from, int to) {
        return (from > 0 ? "##" : "") + word.substring(from, to);
    }
}
