package org.muster.emergency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.shared.PersonId;

/** What came in at once. */
@Entity
@Table(name = "need_intake")
class NeedIntake {

    enum State {
        /** Waits for somebody to say what its columns are. */
        COLUMNS,
        READ
    }

    @Id
    private UUID id;

    @Column(name = "emergency_id")
    private UUID emergencyId;

    @Enumerated(EnumType.STRING)
    private IntakeWay way;

    private String source;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "received_by")
    private @Nullable UUID receivedBy;

    @Column(name = "received_by_name")
    private String receivedByName;

    private byte @Nullable [] content;

    @Enumerated(EnumType.STRING)
    private State state;

    @SuppressWarnings("NullAway.Init")
    protected NeedIntake() {}

    NeedIntake(EmergencyId emergency, IntakeWay way, String source, Actor by, byte @Nullable [] content, Instant now) {
        this.id = UUID.randomUUID();
        this.emergencyId = emergency.value();
        this.way = way;
        this.source = source.length() > 200 ? source.substring(0, 200) : source;
        this.receivedAt = now;
        this.receivedBy = by.person().map(PersonId::value).orElse(null);
        this.receivedByName = by.person().isPresent() ? by.name() : "";
        this.content = content;
        this.state = content == null ? State.READ : State.COLUMNS;
    }

    boolean isRead() {
        return state == State.READ;
    }

    /** Its rows are needs from now on, and say all that it said. */
    void read() {
        state = State.READ;
        content = null;
    }

    UUID id() {
        return id;
    }

    IntakeWay way() {
        return way;
    }

    String source() {
        return source;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    String receivedByName() {
        return receivedByName;
    }

    byte[] content() {
        return content == null ? new byte[0] : content;
    }
}
