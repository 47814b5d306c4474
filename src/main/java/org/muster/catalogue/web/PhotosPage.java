package org.muster.catalogue.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.muster.catalogue.Album;
import org.muster.catalogue.PhotoCard;
import org.muster.catalogue.PhotoSubject;
import org.muster.shared.ListingId;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Language;

/**
 * The photos of one of one's own listings.
 *
 * @param anonymous whether others see none of them
 */
public record PhotosPage(
        ListingId listing,
        String title,
        boolean anonymous,
        List<PhotoCard> photos,
        String subject,
        String caption,
        List<Refusal> refusals,
        Locale locale) {

    public int most() {
        return Album.MOST_PHOTOS;
    }

    public boolean full() {
        return photos.size() >= Album.MOST_PHOTOS;
    }

    public List<Choice> subjects() {
        PhotoMessages say = Language.messages(PhotoMessages.class, locale);
        return Stream.of(PhotoSubject.values())
                .map(one -> Choice.of(one, say.photo_subject_of(one)))
                .toList();
    }
}
