package org.gridcase.privacy;

import java.util.List;
import java.util.Map;
import org.gridcase.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was typed is personal. */
@Component
class OwnTexts implements PersonalPlace {
    private static final String KIND = "words";

    private final PersonalTexts texts;
    private final JdbcClient jdbc;

    OwnTexts(PersonalTexts texts, JdbcClient jdbc) {
        this.texts = texts;
        this.jdbc = jdbc;
    }

    @Override
    public List<Kept> kept(CaseId id) {
        return texts.of(id).stream()
                .map(text -> Kept.of(
                        KIND,
                        Map.of(
                                "part", text.part(),
                                "by", text.saidBy(),
                                "at", text.saidAt().toString(),
                                "words", text.words())))
                .toList();
    }

    @Override
    public Map<String, Integer> erase(CaseId id) {
        return Map.of(
                KIND,
                jdbc.sql("delete from personal_text where case_id = ?")
                        .param(id.value())
                        .update());
    }
}
