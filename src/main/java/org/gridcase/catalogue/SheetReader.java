package org.gridcase.catalogue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.SAXException;

/** Reads somebody's workbook as text without building it in memory, running it or following its links. */
final class SheetReader {
    /** Parts by which a workbook runs code, or brings or fetches what is not on its sheet. */
    private static final Pattern ODD_PART = Pattern.compile(
            "(?i)/xl/(?:vba|macrosheets|dialogsheets|externallinks|connections|querytables|activex|ctrlprops|embeddings).*");

    private SheetReader() {}

    /** @throws SpreadsheetRefused if the file is too large or no plain workbook of one sheet */
    static Sheet read(byte[] file) throws IOException {
        FileLimits.check(file);
        try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(file))) {
            demandPlain(workbook);
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

    private static void demandPlain(OPCPackage workbook) throws OpenXML4JException {
        for (PackagePart part : workbook.getParts()) {
            if (ODD_PART.matcher(part.getPartName().getName()).matches()) {
                throw SpreadsheetRefused.notPlain();
            }
            if (!part.isRelationshipPart()) {
                for (PackageRelationship link : part.getRelationships()) {
                    if (link.getTargetMode() == TargetMode.EXTERNAL) {
                        throw SpreadsheetRefused.notPlain();
                    }
                }
            }
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
