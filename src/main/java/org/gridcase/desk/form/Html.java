package org.gridcase.desk.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Writes HTML in which whatever comes from outside is text. */
final class Html {
    private static final Set<String> VOID = Set.of("input", "br");

    private static final Pattern BRACE = Pattern.compile("\\{(?=\\{)|}(?=})");

    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values in turn; an attribute with an empty name is left out */
    Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
        out.append('>');
        if (!VOID.contains(tag)) {
            open.push(tag);
        }
        return this;
    }

    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    private void attribute(String name, String value) {
        if (!name.isEmpty()) {
            out.append(' ')
                    .append(name.toLowerCase(Locale.ROOT))
                    .append("=\"")
                    .append(escaped(value))
                    .append('"');
        }
    }

    /** AngularJS looks for expressions after the browser has unescaped, so braces are kept apart as well. */
    private static String escaped(String text) {
        return BRACE.matcher(HtmlUtils.htmlEscape(text, "UTF-8")).replaceAll("$0\u2060");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
