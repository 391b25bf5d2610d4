package org.gridcase.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The filing standard as a spreadsheet, in and out. */
@Component
public class FilingSheets {
    private final Supplier<Classes> classes;

    @Autowired
    FilingSheets(Editions editions) {
        this(editions::classes);
    }

    FilingSheets(Supplier<Classes> classes) {
        this.classes = classes;
    }

    /**
     * Looks at every cell.
     *
     * @throws SpreadsheetRefused if the file is too large, or no plain workbook of one sheet
     */
    public FilingSheet read(byte[] file) {
        try {
            return new FilingSheetCheck(SheetReader.read(file), classes.get()).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With this language's headings and names; {@link #read} takes either back. */
    public byte[] write(FilingRows rows, Locale locale) {
        var file = new ByteArrayOutputStream();
        try {
            new FilingSheetWriter(rows, classes.get(), locale).write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
