package org.gridcase.catalogue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.SAXException;

/** Reads somebody's workbook as text without building it in memory, running it or following its links. */
final class SheetReader {
    private SheetReader() {}

    /** @throws SpreadsheetRefused if the file is too large or no plain workbook of one sheet */
    static Sheet read(InputStream in) throws IOException {
        byte[] file = FileLimits.read(in);
        try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(file))) {
            return onlySheet(workbook);
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | SAXException
                | XMLStreamException
                | IOException
                | IllegalArgumentException e) {
            // memory is all it reads from, so whatever it throws is about the file
            throw SpreadsheetRefused.unreadable();
        }
    }

    private static Sheet onlySheet(OPCPackage workbook)
            throws IOException, OpenXML4JException, SAXException, XMLStreamException {
        var strings = new ReadOnlySharedStringsTable(workbook, false);
        var sheets = (XSSFReader.SheetIterator) new XSSFReader(workbook).getSheetsData();
        if (!sheets.hasNext()) {
            throw SpreadsheetRefused.notOneSheet();
        }
        try (InputStream content = sheets.next()) {
            if (sheets.hasNext()) {
                throw SpreadsheetRefused.notOneSheet();
            }
            var xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(content);
            return new Sheet(sheets.getSheetName(), new LineReader(xml, strings).lines());
        }
    }
}
