package org.gridcase.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Hides what is personal in text; how it looks is data. */
@Component
public class Masking {
    private static final int MOBILE_DIGITS = 11;
    private static final String TWO = "**";

    private final List<Mask> masks;

    Masking(@Value("${gridcase.privacy.masks:classpath:privacy/masks.tsv}") Resource masks) {
        this.masks = read(masks);
    }

    private static List<Mask> read(Resource masks) {
        try {
            return masks.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Mask::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers, addresses and accounts by which a person is reached or known; homes stay, for whoever must find them. */
    public String numbers(String text) {
        return hide(text, false);
    }

    /** What the system holds, lists and searches: homes end at the building too. */
    public String held(String text) {
        return hide(text, true);
    }

    private String hide(String text, boolean doorsToo) {
        char[] shown = text.toCharArray();
        for (Mask mask : masks) {
            if (doorsToo || !mask.isDoor()) {
                mask.hide(shown);
            }
        }
        return new String(shown);
    }

    /** 张三 is 张**. */
    public @Nullable String name(@Nullable String name) {
        return name == null || name.isEmpty() ? name : new String(Character.toChars(name.codePointAt(0))) + TWO;
    }

    /** As {@link #numbers}; what is unlike any phone or address keeps its last signs at most. */
    public @Nullable String contact(@Nullable String contact) {
        if (contact == null) {
            return null;
        }
        String known = numbers(contact);
        int shown = Math.min(4, contact.length() / 3);
        return known.equals(contact)
                ? "*".repeat(contact.length() - shown) + contact.substring(contact.length() - shown)
                : known;
    }

    /** The phone numbers in a text, in digits alone. */
    Set<String> phones(String text) {
        String folded = Folded.of(text.toCharArray());
        Set<String> found = new TreeSet<>();
        masks.stream()
                .filter(mask -> mask.kind().equals("phone"))
                .flatMap(mask -> mask.pattern().matcher(folded).results())
                .map(MatchResult::group)
                .map(Masking::digits)
                .filter(number -> !number.isEmpty())
                .forEach(found::add);
        return found;
    }

    /** A number as it is looked up: its last eleven digits. */
    public static String digits(String number) {
        String all = Folded.of(number.toCharArray()).replaceAll("[^0-9]", "");
        return all.substring(Math.max(0, all.length() - MOBILE_DIGITS));
    }
}
