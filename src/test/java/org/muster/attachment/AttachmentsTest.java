package org.muster.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.identity.Actor;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.testing.Owners;
import org.muster.testing.Papers;

@QuarkusTest
class AttachmentsTest {

    @Inject
    Attachments attachments;

    @Inject
    Owners owners;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Test
    void what_was_kept_comes_back_byte_for_byte() {
        Actor owner = owners.anOwner();
        byte[] file = Papers.aPdf("Registration");
        AttachmentCard card = keep(owner, "注册证.pdf", file).orElseThrow();
        assertThat(card.type()).isEqualTo(FileType.PDF);
        assertThat(card.size()).isEqualTo(file.length);
        assertThat(card.sha256()).hasSize(64);
        assertThat(attachments.content(of(owner), card.id())).get().satisfies(content -> {
            assertThat(content.bytes()).isEqualTo(file);
            assertThat(content.card()).isEqualTo(card);
        });
    }

    @Test
    void what_it_is_tells_its_content_and_not_its_name() {
        Actor owner = owners.anOwner();
        assertThat(keep(owner, "scan.pdf", Papers.aPng()).orElseThrow())
                .extracting(AttachmentCard::type, AttachmentCard::fileName)
                .containsExactly(FileType.PNG, "scan.pdf.png");
        assertThat(keep(owner, "nameplate.jpeg", Papers.aJpeg()).orElseThrow())
                .extracting(AttachmentCard::type, AttachmentCard::fileName)
                .containsExactly(FileType.JPEG, "nameplate.jpg");
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        assertThat(reasons(keep(owner, "scan.pdf", page))).containsExactly("attachment.unknown_type");
    }

    @Test
    void empty_large_and_broken_off_files_are_refused() {
        Actor owner = owners.anOwner();
        assertThat(reasons(keep(owner, "a.pdf", new byte[0]))).containsExactly("attachment.empty");
        assertThat(reasons(keep(owner, "a.pdf", new byte[Attachments.MOST_BYTES + 1])))
                .containsExactly("attachment.too_large");
        byte[] half = Arrays.copyOf(Papers.aPng(), Papers.aPng().length / 2);
        assertThat(reasons(keep(owner, "a.png", half))).containsExactly("attachment.broken_off");
    }

    @Test
    void a_file_of_the_largest_size_is_taken() {
        byte[] small = Papers.aPdf("large");
        byte[] large = new byte[Attachments.MOST_BYTES];
        System.arraycopy(small, 0, large, 0, small.length);
        System.arraycopy(small, small.length - 10, large, large.length - 10, 10);
        assertThat(keep(owners.anOwner(), "large.pdf", large).isAccepted()).isTrue();
    }

    @Test
    void anothers_file_is_not_found() {
        Actor owner = owners.anOwner();
        AttachmentId id = keep(owner, "a.png", Papers.aPng()).orElseThrow().id();
        OrganisationId other = of(owners.anOwner());
        assertThat(attachments.content(other, id)).isEmpty();
        assertThat(attachments.card(other, id)).isEmpty();
        assertThat(attachments.use(other, id, clock.instant())).isEmpty();
        attachments.discard(other, id);
        assertThat(attachments.card(of(owner), id)).isPresent();
    }

    @Test
    void what_nothing_refers_to_is_swept_after_a_day_and_what_is_used_stays() {
        Actor owner = owners.anOwner();
        AttachmentId forgotten =
                keep(owner, "a.png", Papers.aPng()).orElseThrow().id();
        AttachmentId used = keep(owner, "b.png", Papers.aPng()).orElseThrow().id();
        attachments.use(of(owner), used, clock.instant());
        attachments.sweep(clock.instant().plus(Duration.ofHours(23)));
        assertThat(attachments.card(of(owner), forgotten)).isPresent();
        attachments.sweep(clock.instant().plus(Duration.ofHours(25)));
        assertThat(attachments.card(of(owner), forgotten)).isEmpty();
        assertThat(attachments.content(of(owner), used)).isPresent();
    }

    @Test
    void the_application_cannot_exchange_what_was_kept() throws SQLException {
        keep(owners.anOwner(), "a.png", Papers.aPng()).orElseThrow();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("update attachment_content set bytes = '\\x00'"))
                    .hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C:\\Users\\wang\\注册证 2026.PDF | 注册证 2026.pdf
            ../../etc/passwd                 | passwd.pdf
            .pdf                             | file.pdf
            a"b;c.pdf                        | ab;c.pdf
            """)
    void a_name_is_its_last_part_and_ends_as_its_content_does(String given, String kept) {
        assertThat(KeepingRules.fileName(given, FileType.PDF)).isEqualTo(kept);
    }

    private Outcome<AttachmentCard> keep(Actor owner, String name, byte[] file) {
        return attachments.keep(owner, of(owner), "document", name, file, clock.instant());
    }

    private static OrganisationId of(Actor owner) {
        return owner.organisation().orElseThrow();
    }

    private static List<String> reasons(Outcome<?> outcome) {
        return outcome.reasons().stream().map(Refusal::key).toList();
    }
}
