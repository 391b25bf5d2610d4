package org.gridcase.policy.guard;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The shipped filing table part by part, so that it can be written as other programs write theirs. */
final class Parts {
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String STRINGS = "xl/sharedStrings.xml";
    static final String WORKBOOK = "xl/workbook.xml";
    private static final String TYPES = "[Content_Types].xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    Parts() {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Bundle.content(Bundle.FILING)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException if that changes nothing */
    Parts edit(String part, UnaryOperator<String> change) {
        String was = new String(parts.get(part), StandardCharsets.UTF_8);
        String is = change.apply(was);
        if (is.equals(was)) {
            throw new IllegalArgumentException(part + " is as it was");
        }
        parts.put(part, is.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A part that the workbook names. */
    Parts add(String part, String type, String relation, String content) {
        parts.put(part, content.getBytes(StandardCharsets.UTF_8));
        edit(
                TYPES,
                text -> text.replace(
                        "</Types>", "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/></Types>"));
        return edit(
                RELATIONS,
                text -> text.replace(
                        "</Relationships>",
                        "<Relationship Id=\"rMore" + parts.size() + "\" Type=\"" + relation + "\" Target=\""
                                + part.replaceFirst("^xl/", "") + "\"/></Relationships>"));
    }

    /** Words in the cells themselves, as writers do that keep no common list. */
    Parts inline() {
        String[] strings = new String(parts.get(STRINGS), StandardCharsets.UTF_8).split("<si>", -1);
        var shared = Pattern.compile("<c r=\"([A-Z]+\\d+)\"([^>]*?) t=\"s\"([^>]*)><v>(\\d+)</v></c>");
        return edit(SHEET, text -> shared.matcher(text).replaceAll(found -> {
            String string = strings[Integer.parseInt(found.group(4)) + 1].replaceFirst("(?s)</si>.*", "");
            return Matcher.quoteReplacement("<c r=\"" + found.group(1) + "\"" + found.group(2) + found.group(3)
                    + " t=\"inlineStr\"><is>" + string + "</is></c>");
        }));
    }

    Bundle as(String name) {
        return Bundle.with(name, Bundle.FILING, bytes());
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
