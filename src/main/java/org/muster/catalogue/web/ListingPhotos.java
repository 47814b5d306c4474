package org.muster.catalogue.web;

import java.util.List;
import java.util.Locale;
import org.muster.catalogue.PhotoCard;
import org.muster.shared.ListingId;
import org.muster.shell.Language;

/** Photos as a page shows them: where each lies, and what it shows in words. */
public record ListingPhotos(List<Shown> all) {

    /** @param words for whoever does not see it */
    public record Shown(String large, String small, String words, int width, int height) {}

    static ListingPhotos of(ListingId listing, List<PhotoCard> photos, Locale locale) {
        PhotoMessages say = Language.messages(PhotoMessages.class, locale);
        return new ListingPhotos(photos.stream()
                .map(photo -> {
                    String address = "/listings/" + listing + "/photos/" + photo.id();
                    String subject = say.photo_subject_of(photo.subject());
                    return new Shown(
                            address,
                            address + "/small",
                            photo.caption().isEmpty() ? subject : subject + say.colon() + photo.caption(),
                            photo.width(),
                            photo.height());
                })
                .toList());
    }
}
