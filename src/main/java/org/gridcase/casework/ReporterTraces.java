package org.gridcase.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridcase.grid.Area;
import org.gridcase.grid.Grids;
import org.gridcase.photo.Photo;
import org.gridcase.photo.PhotoId;
import org.gridcase.photo.Photos;
import org.gridcase.photo.Rendition;
import org.gridcase.privacy.Kept;
import org.gridcase.privacy.PersonalPlace;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.GeoPoint;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a case's reporter left in it: words, the exact place, the link, photos. The case stays, to be counted. */
@Component
@Order(0)
class ReporterTraces implements PersonalPlace {
    /** Those on the timeline who are the reporter. */
    private static final String[] REPORTERS = {"resident", "open311"};

    private final Origins origins;
    private final Timeline timeline;
    private final Grids grids;
    private final Photos photos;
    private final JdbcClient jdbc;

    ReporterTraces(Origins origins, Timeline timeline, Grids grids, Photos photos, JdbcClient jdbc) {
        this.origins = origins;
        this.timeline = timeline;
        this.grids = grids;
        this.photos = photos;
        this.jdbc = jdbc;
    }

    @Override
    public List<Kept> kept(CaseId id) {
        List<Kept> all = new ArrayList<>();
        origins.facts(id).ifPresent(facts -> all.add(reported(facts)));
        timeline.of(id).stream()
                .filter(entry -> entry.reason() != null
                        && List.of(REPORTERS).contains(entry.actor())
                        && !PersonalPlace.ERASED.equals(entry.reason()))
                .forEach(entry -> all.add(Kept.of(
                        "timeline",
                        Map.of(
                                "move", entry.move().name(),
                                "at", entry.at().toString(),
                                "words", String.valueOf(entry.reason())))));
        theirPhotos(id).stream().flatMap(photo -> photos.find(photo).stream()).forEach(photo -> all.add(photo(photo)));
        return all;
    }

    private static Kept reported(CaseFacts facts) {
        GeoPoint place = facts.place();
        return Kept.of(
                "case",
                Map.of(
                        "number", facts.number(),
                        "channel", facts.channel(),
                        "reportedAt", facts.reportedAt().toString(),
                        "description", facts.description(),
                        "address", facts.address() == null ? "" : facts.address(),
                        "place", place.longitude() + "," + place.latitude()));
    }

    private Kept photo(Photo photo) {
        return new Kept(
                "photo",
                Map.of("id", photo.id().toString(), "storedAt", photo.storedAt().toString()),
                photos.open(photo, Rendition.ORIGINAL));
    }

    private List<PhotoId> theirPhotos(CaseId id) {
        return jdbc.sql("select photo from case_photo where case_id = ? and added_by = any(?)")
                .params(id.value(), REPORTERS)
                .query((row, n) -> new PhotoId(row.getObject(1, UUID.class)))
                .list();
    }

    @Override
    public Map<String, Integer> erase(CaseId id) {
        List<PhotoId> theirs = theirPhotos(id);
        // also where the case was joined to another one
        theirs.forEach(photo -> jdbc.sql("delete from case_photo where photo = ?")
                .param(photo.value())
                .update());
        photos.erase(theirs);
        int said = jdbc.sql("update case_event set reason = :gone where case_id = :id and reason <> :gone"
                        + " and actor not in ('system', 'assistant')")
                .param("gone", ERASED)
                .param("id", id.value())
                .update();
        jdbc.sql("""
                        update case_event e set reason = :gone from city_case mine join case_origin o on o.case_id = mine.id
                        where mine.id = :id and e.case_id = mine.joined_to and e.detail ->> 'joined' = o.number
                          and e.reason is not null""").param("gone", ERASED).param("id", id.value()).update();
        return Map.of("photo", theirs.size(), "timeline", said, "case", eraseOrigin(id));
    }

    private int eraseOrigin(CaseId id) {
        return origins.facts(id)
                .map(facts -> {
                    GeoPoint coarse = coarse(facts);
                    return jdbc.sql("""
                        update case_origin set description = :gone, address = null, words = '{}', tracking_hash = null,
                          dedicated = null, micro = null, longitude = :longitude, latitude = :latitude
                        where case_id = :id and description <> :gone""")
                            .param("gone", ERASED)
                            .param("longitude", coarse.longitude())
                            .param("latitude", coarse.latitude())
                            .param("id", id.value())
                            .update();
                })
                .orElse(0);
    }

    /** Somewhere in the same grid, the same for all that is erased there. */
    private GeoPoint coarse(CaseFacts facts) {
        return grids.area(facts.location().grid())
                .map(Area::outline)
                .map(outline -> outline.getInteriorPoint().getCoordinate())
                .map(inside -> new GeoPoint(inside.getX(), inside.getY()))
                .orElseGet(() -> grids.city().centre());
    }
}
