package org.gridcase.policy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gridcase.catalogue.FilingRows;
import org.gridcase.catalogue.FilingSheet;
import org.gridcase.catalogue.FilingSheets;
import org.gridcase.catalogue.FilingStandard;
import org.gridcase.policy.guard.Guard;
import org.springframework.stereotype.Component;

/** The filing standard as a part of releases: the rows that a bundle brings, and the version that its release names. */
@Component
class Standards {
    static final String PATH = Guard.FILING_STANDARD;
    /** The version that an empty database begins with. */
    static final int SHIPPED = 1;

    private final FilingStandard standard;
    private final FilingSheets sheets;
    private final Recent<String, FilingRows> read = new Recent<>(16);

    Standards(FilingStandard standard, FilingSheets sheets) {
        this.standard = standard;
        this.sheets = sheets;
    }

    /** Before there is any release. */
    int newest() {
        return standard.newest();
    }

    FilingRows in(int version) {
        return standard.in(version);
    }

    /**
     * What cases would be filed under.
     *
     * @param files that the guard found nothing in
     * @param base the version that holds where they bring none
     */
    FilingRows rows(Collection<Artifact> files, int base) {
        return sheet(files).map(this::rows).orElseGet(() -> standard.in(base));
    }

    private FilingRows rows(Artifact sheet) {
        return read.get(sheet.sha256(), any -> sheets.read(sheet.content()).rows());
    }

    /**
     * In the caller's transaction.
     *
     * @param files that the guard found nothing in
     * @return {@code base} unless they bring other rows
     */
    int version(Collection<Artifact> files, int base, String by) {
        return sheet(files)
                .map(sheet -> standard.version(rows(sheet), base, by))
                .orElse(base);
    }

    /**
     * Of a file that nobody has looked at yet.
     *
     * @throws org.gridcase.shared.Refusal if it cannot be read, or holds what is wrong
     */
    Listing listing(byte[] file) {
        FilingSheet sheet = sheets.read(file);
        if (!sheet.isRight()) {
            throw StudioRefused.checkFirst();
        }
        return listing(sheet.rows());
    }

    /** In codes; columns are named as the catalogue's words name them. */
    static Listing listing(FilingRows rows) {
        return new Listing(
                List.of("CODE", "SERVICE_CODE", "CONDITION", "AMOUNT", "LIMIT_KIND", "CLOSING", "UNIT", "SAMPLE"),
                rows.all().stream()
                        .map(row -> new Listing.Line(
                                row.code(),
                                List.of(
                                        row.code(),
                                        row.serviceCode(),
                                        row.condition(),
                                        String.valueOf(row.limit().amount()),
                                        row.limit().kind().name(),
                                        row.closing(),
                                        row.unit().code(),
                                        String.valueOf(row.sample()))))
                        .toList());
    }

    private static Optional<Artifact> sheet(Collection<Artifact> files) {
        return files.stream().filter(file -> file.path().equals(PATH)).findFirst();
    }
}
