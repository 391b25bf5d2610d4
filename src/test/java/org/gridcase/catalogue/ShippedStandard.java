package org.gridcase.catalogue;

/** The filing standard's spreadsheets by the classes that we ship, without a database. */
public final class ShippedStandard {
    private static final Classes CLASSES = new Classes(Shipped.classes());

    private ShippedStandard() {}

    public static FilingSheets sheets() {
        return new FilingSheets(() -> CLASSES);
    }
}
