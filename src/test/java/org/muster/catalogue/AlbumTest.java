package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.catalogue.Suppliers.accepted;
import static org.muster.catalogue.Suppliers.refused;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.shared.ListingId;

@QuarkusTest
class AlbumTest {

    private static final PhotoLab.Developed A_PHOTO = new PhotoLab.Developed(aJpeg(1), aJpeg(2), 1600, 1200);

    @Inject
    Album album;

    @Inject
    Catalogue catalogue;

    @Inject
    Suppliers suppliers;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Test
    void photos_stand_in_their_order_and_the_first_one_shows_in_hits() {
        Actor supplier = suppliers.aSupplier();
        ListingId id = suppliers.published(supplier, Suppliers.aMaskLine("口罩线").build());
        assertThat(cover(Actor.visitor(), id)).isNull();
        PhotoId line = added(supplier, id, PhotoSubject.WHOLE, "整线");
        PhotoId plate = added(supplier, id, PhotoSubject.NAMEPLATE, "");
        assertThat(album.of(Actor.visitor(), id))
                .containsExactly(
                        new PhotoCard(line, PhotoSubject.WHOLE, "整线", 1600, 1200),
                        new PhotoCard(plate, PhotoSubject.NAMEPLATE, "", 1600, 1200));
        assertThat(cover(Actor.visitor(), id)).isEqualTo(line);
        accepted(album.putFirst(supplier, id, plate, now()));
        assertThat(album.of(Actor.visitor(), id)).extracting(PhotoCard::id).containsExactly(plate, line);
        assertThat(cover(Actor.visitor(), id)).isEqualTo(plate);
        accepted(album.remove(supplier, id, plate, now()));
        assertThat(cover(Actor.visitor(), id)).isEqualTo(line);
        accepted(album.remove(supplier, id, line, now()));
        assertThat(cover(Actor.visitor(), id)).isNull();
    }

    @Test
    void a_removed_photo_leaves_nothing_behind() throws SQLException {
        Actor supplier = suppliers.aSupplier();
        ListingId id = suppliers.published(supplier, Suppliers.aMaskLine("口罩线").build());
        PhotoId photo = added(supplier, id, PhotoSubject.WHOLE, "");
        assertThat(kept(supplier)).isEqualTo(2);
        accepted(album.remove(supplier, id, photo, now()));
        assertThat(kept(supplier)).isZero();
        assertThat(album.file(supplier, id, photo, true)).isEmpty();
    }

    @Test
    void every_change_is_told_with_its_own_name() {
        Actor supplier = suppliers.aSupplier();
        ListingId id = suppliers.published(supplier, Suppliers.aMaskLine("口罩线").build());
        long before = catalogue.documents(List.of(id)).get(0).revision();
        added(supplier, id, PhotoSubject.WHOLE, "");
        assertThat(catalogue.documents(List.of(id)).get(0).revision()).isEqualTo(before + 1);
        assertThat(deeds(id)).contains("ListingPhotoAdded");
    }

    @Test
    void there_is_room_for_eight() {
        Actor supplier = suppliers.aSupplier();
        ListingId id = suppliers.aDraft(supplier, Suppliers.aMaskLine("口罩线").build());
        for (int i = 0; i < Album.MOST_PHOTOS; i++) {
            added(supplier, id, PhotoSubject.DETAIL, "");
        }
        assertThat(refused(album.add(supplier, id, PhotoSubject.DETAIL, "", A_PHOTO, now())))
                .containsExactly("catalogue.photos_full");
    }

    @Test
    void nobody_else_changes_them_and_what_is_not_yours_is_not_there() {
        Actor supplier = suppliers.aSupplier();
        Actor other = suppliers.aSupplier();
        ListingId id = suppliers.published(supplier, Suppliers.aMaskLine("口罩线").build());
        ListingId theirs =
                suppliers.published(other, Suppliers.aMaskLine("别家的线").build());
        PhotoId photo = added(supplier, id, PhotoSubject.WHOLE, "");
        assertThat(refused(album.add(other, id, PhotoSubject.WHOLE, "", A_PHOTO, now())))
                .containsExactly(Catalogue.NOT_FOUND);
        assertThat(refused(album.remove(other, id, photo, now()))).containsExactly(Catalogue.NOT_FOUND);
        assertThat(refused(album.remove(other, theirs, photo, now()))).containsExactly(Catalogue.NOT_FOUND);
        assertThat(refused(album.putFirst(other, id, photo, now()))).containsExactly(Catalogue.NOT_FOUND);
        assertThat(album.own(other, id)).isEmpty();
        assertThat(album.file(Actor.visitor(), theirs, photo, false)).isEmpty();
    }

    @Test
    void who_does_not_learn_the_name_sees_no_photo() {
        Actor supplier = suppliers.aSupplier();
        Actor stranger = suppliers.aSupplier();
        ListingId id = suppliers.published(
                supplier,
                Suppliers.aMaskLine("口罩线")
                        .confidentiality(Confidentiality.ANONYMOUS)
                        .build());
        PhotoId photo = added(supplier, id, PhotoSubject.NAMEPLATE, "铭牌");
        for (Actor nosy : List.of(Actor.visitor(), stranger, Suppliers.verified(stranger))) {
            assertThat(album.of(nosy, id)).isEmpty();
            assertThat(album.file(nosy, id, photo, true)).isEmpty();
            assertThat(album.file(nosy, id, photo, false)).isEmpty();
            assertThat(cover(nosy, id)).isNull();
        }
        for (Actor trusted : List.of(supplier, Suppliers.with(stranger, Role.COORDINATOR))) {
            assertThat(album.file(trusted, id, photo, false)).isPresent();
            assertThat(cover(trusted, id)).isEqualTo(photo);
        }
        assertThat(catalogue.documents(List.of(id)).toString()).doesNotContain(photo.toString());
    }

    @Test
    void a_photo_goes_out_of_sight_with_its_listing() {
        Actor supplier = suppliers.aSupplier();
        Actor buyer = suppliers.aSupplier();
        ListingId id = suppliers.published(
                supplier,
                Suppliers.aMaskLine("口罩线")
                        .confidentiality(Confidentiality.VERIFIED_BUYERS)
                        .build());
        PhotoId photo = added(supplier, id, PhotoSubject.WHOLE, "");
        assertThat(album.file(buyer, id, photo, true)).isEmpty();
        assertThat(album.file(Suppliers.verified(buyer), id, photo, true)).isPresent();
        accepted(catalogue.pause(supplier, id, now()));
        assertThat(album.file(Suppliers.verified(buyer), id, photo, true)).isEmpty();
        accepted(catalogue.withdraw(supplier, id, now()));
        assertThat(refused(album.remove(supplier, id, photo, now()))).containsExactly("catalogue.change_withdrawn");
    }

    private PhotoId added(Actor supplier, ListingId id, PhotoSubject subject, String caption) {
        return accepted(album.add(supplier, id, subject, caption, A_PHOTO, now()));
    }

    private @org.jspecify.annotations.Nullable PhotoId cover(Actor viewer, ListingId id) {
        return catalogue.cards(viewer, List.of(id), now()).get(0).photo();
    }

    private long kept(Actor supplier) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement =
                        connection.prepareStatement("select count(*) from attachment where organisation_id = ?")) {
            statement.setObject(1, supplier.organisation().orElseThrow().value());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private List<String> deeds(ListingId id) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("select action from audit_entry where subject_id = ?")) {
            statement.setObject(1, id.value());
            List<String> deeds = new java.util.ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    deeds.add(rows.getString(1));
                }
            }
            return deeds;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Enough of a JPEG to be kept; what is in it matters to nobody here. */
    private static byte[] aJpeg(int content) {
        return new byte[] {
            (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 4, 0, (byte) content, (byte) 0xFF, (byte) 0xD9
        };
    }

    private Instant now() {
        return clock.instant();
    }
}
