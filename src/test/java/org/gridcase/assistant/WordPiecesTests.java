package org.gridcase.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WordPiecesTests {
    private final WordPieces pieces = new WordPieces(TextModel.bytes("-tokenizer.json"));

    WordPiecesTests() throws IOException {}

    @Test
    void everyChineseCharacterIsAPieceBetweenTheFrameMarks() {
        assertThat(pieces.idsOf("井盖")).containsExactly(101, 759, 4667, 102);
    }

    @Test
    void capitalsAndFullWidthFormsReadLikePlainOnes() {
        assertThat(pieces.idsOf("ＡＴＭ机,12号")).isEqualTo(pieces.idsOf("atm机，12号"));
    }

    @Test
    void aLongWordIsReadInPieces() {
        assertThat(pieces.idsOf("facebook123")).hasSizeGreaterThan(3).doesNotContain(100);
    }

    @Test
    void aWordWithoutEndIsOneUnknown() {
        assertThat(pieces.idsOf("a".repeat(5_000))).containsExactly(101, 100, 102);
    }

    @Test
    void aLongTextIsCutToWhatTheModelTakes() {
        long[] ids = pieces.idsOf("路灯不亮".repeat(500));

        assertThat(ids).hasSize(WordPieces.MOST);
        assertThat(Arrays.stream(ids).filter(id -> id == 102)).hasSize(1);
        assertThat(ids[ids.length - 1]).isEqualTo(102);
    }

    @Test
    void aMarkWrittenByAPersonIsNoMark() {
        assertThat(Arrays.stream(pieces.idsOf("[SEP]")).filter(id -> id == 102)).hasSize(1);
    }

    @Test
    void halfACharacterAndInvisibleOnesAreSkipped() {
        assertThat(pieces.idsOf("井\u200B\uD83D盖\u0000")).isEqualTo(pieces.idsOf("井盖"));
    }
}
