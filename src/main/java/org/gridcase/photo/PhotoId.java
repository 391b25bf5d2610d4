package org.gridcase.photo;

import java.util.Comparator;
import java.util.UUID;
import org.gridcase.shared.Ids;

/** The identity of one upload; two uploads of the same bytes have two. */
public record PhotoId(UUID value) {
    /** One order for all who lock several photos, so that they never wait for each other in a ring. */
    static final Comparator<PhotoId> ORDER = Comparator.comparing(PhotoId::value);

    public static PhotoId next() {
        return new PhotoId(Ids.timeOrdered());
    }

    /** @throws IllegalArgumentException if {@code text} is no UUID */
    public static PhotoId of(String text) {
        return new PhotoId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
