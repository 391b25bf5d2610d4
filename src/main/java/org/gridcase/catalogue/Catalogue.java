package org.gridcase.catalogue;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The classes a case can have. */
@Component
public class Catalogue {
    private static final int MAX_SEARCH = 100;
    private static final int MAX_FOUND = 50;

    private final Editions editions;

    Catalogue(Editions editions) {
        this.editions = editions;
    }

    /** The newest there is. What decides about a case is the version that its release names. */
    public int version() {
        return editions.newest();
    }

    public Optional<CaseClass> find(ClassKey key) {
        return editions.classes().find(key);
    }

    /** By {@code M06010}, {@code C01002} or {@code L01001}. */
    public Optional<CaseClass> byServiceCode(String serviceCode) {
        return editions.classes().byServiceCode(serviceCode);
    }

    /** By the {@code nn-mm} of GB/T 30428.2-2013. */
    public Optional<CaseClass> byOldCode(String oldCode) {
        return all().stream().filter(one -> oldCode.equals(one.oldCode())).findFirst();
    }

    /** Every class, those no longer active too, by service code. */
    public List<CaseClass> all() {
        return editions.classes().all();
    }

    public List<ClassGroup> groups() {
        return all().stream().map(CaseClass::group).distinct().toList();
    }

    /** Active classes with all these words in code, name or keywords, the closest first; at most {@value #MAX_FOUND}. */
    public List<CaseClass> search(String text) {
        String cut = text.length() > MAX_SEARCH ? text.substring(0, MAX_SEARCH) : text;
        String asked = fold(cut).strip();
        if (asked.isEmpty()) {
            return List.of();
        }
        List<String> words = List.of(asked.split("\\s+"));
        return all().stream()
                .filter(CaseClass::active)
                .filter(one -> words.stream().allMatch(haystack(one)::contains))
                .sorted(Comparator.comparingInt((CaseClass one) -> distance(one, asked))
                        .thenComparing(CaseClass::serviceCode))
                .limit(MAX_FOUND)
                .toList();
    }

    private static int distance(CaseClass one, String asked) {
        String chinese = fold(one.name());
        String english = fold(one.name(Locale.ENGLISH));
        if (fold(one.serviceCode()).equals(asked) || chinese.equals(asked) || english.equals(asked)) {
            return 0;
        }
        return chinese.contains(asked) || english.contains(asked) ? 1 : 2;
    }

    private static String haystack(CaseClass one) {
        return fold(String.join(
                "\n",
                one.serviceCode(),
                one.name(),
                one.name(Locale.ENGLISH),
                one.oldCode() == null ? "" : one.oldCode(),
                String.join("\n", one.keywords())));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
