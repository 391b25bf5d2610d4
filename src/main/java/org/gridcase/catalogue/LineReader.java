package org.gridcase.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.jspecify.annotations.Nullable;

/** Walks through a sheet's XML (ECMA-376 Part 1, 18.3) and keeps its rows of text. */
final class LineReader {
    private final XMLStreamReader xml;
    private final SharedStrings strings;
    private final List<Sheet.Line> lines = new ArrayList<>();
    private int read;

    LineReader(XMLStreamReader xml, SharedStrings strings) {
        this.xml = xml;
        this.strings = strings;
    }

    /** Rows with something in them. */
    List<Sheet.Line> lines() throws XMLStreamException {
        int number = 0;
        while (nextStart("row", "sheetData")) {
            String given = xml.getAttributeValue(null, "r");
            number = given == null ? number + 1 : Integer.parseInt(given);
            var line = new Sheet.Line(number, cells(number));
            if (!line.blank()) {
                add(line);
            }
        }
        return lines;
    }

    private void add(Sheet.Line line) {
        // one more for the heading
        if (lines.size() > FileLimits.MAX_ROWS) {
            throw SpreadsheetRefused.tooManyRows(FileLimits.MAX_ROWS);
        }
        lines.add(line);
    }

    private Map<Integer, Sheet.Cell> cells(int number) throws XMLStreamException {
        var cells = new LinkedHashMap<Integer, Sheet.Cell>();
        int column = -1;
        while (nextStart("c", "row")) {
            String given = xml.getAttributeValue(null, "r");
            column = given == null ? column + 1 : new CellReference(given).getCol();
            if (++read > FileLimits.MAX_CELLS) {
                throw SpreadsheetRefused.expandsTooFar(FileLimits.MAX_UNPACKED);
            }
            String reference = CellReference.convertNumToColString(column) + number;
            cells.put(column, cell(reference, xml.getAttributeValue(null, "t")));
        }
        return cells;
    }

    private Sheet.Cell cell(String reference, @Nullable String type) throws XMLStreamException {
        // a cell may hold both a value and an inline text; its type says which of them counts
        boolean inline = "inlineStr".equals(type);
        var text = new StringBuilder();
        boolean formula = false;
        while (next("c")) {
            if (!xml.isStartElement()) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "f" -> formula = true;
                case "v" -> text.append(inline ? "" : value(xml.getElementText(), type));
                case "t" -> text.append(inline ? Escapes.read(xml.getElementText()) : "");
                // how a word is pronounced is not part of it
                case "rPh" -> skip("rPh");
                default -> {}
            }
        }
        return new Sheet.Cell(reference, text.toString(), formula);
    }

    private String value(String text, @Nullable String type) {
        if (!"s".equals(type)) {
            return Escapes.read(text);
        }
        int index = Integer.parseInt(text.strip());
        if (index < 0 || index >= strings.getUniqueCount()) {
            throw new IllegalArgumentException("no shared text " + index);
        }
        // POI has undone its escapes already
        return strings.getItemAt(index).getString();
    }

    private void skip(String element) throws XMLStreamException {
        while (next(element)) {
            // nothing in it counts
        }
    }

    /** Goes on to the next {@code element}; false where {@code parent} or the document ends first. */
    private boolean nextStart(String element, String parent) throws XMLStreamException {
        while (next(parent)) {
            if (xml.isStartElement() && xml.getLocalName().equals(element)) {
                return true;
            }
        }
        return false;
    }

    private boolean next(String parent) throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        if (xml.next() == XMLStreamConstants.DTD) {
            throw new XMLStreamException("a workbook declares no document type");
        }
        return !(xml.isEndElement() && xml.getLocalName().equals(parent));
    }
}
