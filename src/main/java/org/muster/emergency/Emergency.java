package org.muster.emergency;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.shared.PersonId;

@Entity
@Table(name = "emergency")
class Emergency {

    enum State {
        OPEN,
        CLOSED
    }

    /** The last place in the order of areas. */
    private static final int LAST = 99;

    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private EmergencyKind kind;

    private String authority;
    private String document;

    @Column(name = "priority_rule")
    private String priorityRule;

    private @Nullable String arbiter;

    @Column(name = "arbiter_reason")
    private @Nullable String arbiterReason;

    @Column(name = "answer_minutes")
    private int answerMinutes;

    @Column(name = "remind_minutes")
    private int remindMinutes;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "allocate_hours")
    private int allocateHours;

    @Column(name = "first_piece_hours")
    private int firstPieceHours;

    @Column(name = "release_hours")
    private @Nullable Integer releaseHours;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "declared_by")
    private @Nullable UUID declaredBy;

    @Column(name = "declared_by_name")
    private String declaredByName;

    @Column(name = "declared_at")
    private Instant declaredAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by_name")
    private @Nullable String closedByName;

    @Column(name = "closed_reason")
    private @Nullable String closedReason;

    private boolean drill;

    @Version
    private int version;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "emergency_area", joinColumns = @JoinColumn(name = "emergency_id"))
    @OrderColumn(name = "position")
    private List<Area> areas = new ArrayList<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "emergency_contact", joinColumns = @JoinColumn(name = "emergency_id"))
    @OrderColumn(name = "position")
    private List<Contact> contacts = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Emergency() {}

    /** @param checked what was declared, every word of it read */
    Emergency(EmergencyId id, DeclarationRules.Checked checked, Actor by, Instant now) {
        this.id = id.value();
        this.name = checked.name();
        this.kind = checked.kind();
        this.authority = checked.authority();
        this.document = checked.document();
        this.priorityRule = checked.priorityRule();
        this.answerMinutes = (int) checked.answerWithin().toMinutes();
        this.remindMinutes = (int) checked.remindAfter().toMinutes();
        this.startsAt = checked.start();
        this.allocateHours = (int) checked.allocateWithin().toHours();
        this.firstPieceHours = (int) checked.firstPieceWithin().toHours();
        this.releaseHours =
                checked.releaseWithin().map(within -> (int) within.toHours()).orElse(null);
        this.state = State.OPEN;
        this.declaredBy = by.person().map(PersonId::value).orElse(null);
        this.declaredByName = by.name();
        this.declaredAt = now;
        checked.areas().forEach(place -> areas.add(new Area(place.code(), 1)));
        checked.contacts().forEach(one -> contacts.add(new Contact(one.name(), one.mobile())));
    }

    /** Nobody outside is told or asked of it. */
    Emergency asDrill() {
        drill = true;
        return this;
    }

    boolean isDrill() {
        return drill;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isPublished() {
        return publishedAt != null;
    }

    void publish(Instant now) {
        if (publishedAt == null) {
            publishedAt = now;
        }
    }

    /** Nothing of it changes any more. */
    void close(Actor by, String reason, Instant now) {
        state = State.CLOSED;
        closedAt = now;
        closedByName = by.name();
        closedReason = reason;
    }

    /**
     * What may change while it runs; name, kind, authority, rule and the start of the clocks stay as they were published.
     *
     * <p>An area that is new comes last where somebody named put the others in order.
     */
    void change(DeclarationRules.Checked checked) {
        document = checked.document();
        answerMinutes = (int) checked.answerWithin().toMinutes();
        remindMinutes = (int) checked.remindAfter().toMinutes();
        allocateHours = (int) checked.allocateWithin().toHours();
        firstPieceHours = (int) checked.firstPieceWithin().toHours();
        releaseHours =
                checked.releaseWithin().map(within -> (int) within.toHours()).orElse(null);
        Map<String, Integer> priorities = new HashMap<>();
        areas.forEach(area -> priorities.put(area.placeCode(), area.priority()));
        int last = arbiter == null
                ? 1
                : Math.min(
                        LAST,
                        priorities.values().stream().mapToInt(one -> one).max().orElse(1) + 1);
        areas.clear();
        checked.areas()
                .forEach(place -> areas.add(new Area(place.code(), priorities.getOrDefault(place.code(), last))));
        contacts.clear();
        checked.contacts().forEach(one -> contacts.add(new Contact(one.name(), one.mobile())));
    }

    int version() {
        return version;
    }

    /** Somebody named says which area comes first. */
    void prioritise(String by, String why, Map<String, Integer> order) {
        arbiter = by;
        arbiterReason = why;
        areas.replaceAll(area -> new Area(area.placeCode(), order.getOrDefault(area.placeCode(), area.priority())));
    }

    /** All areas come first again. */
    void equalise() {
        arbiter = null;
        arbiterReason = null;
        areas.replaceAll(area -> new Area(area.placeCode(), 1));
    }

    EmergencyId id() {
        return new EmergencyId(id);
    }

    String name() {
        return name;
    }

    List<Area> areas() {
        return List.copyOf(areas);
    }

    Instant startsAt() {
        return startsAt;
    }

    EmergencyView view() {
        List<EmergencyView.OnDuty> onDuty = contacts.stream()
                .map(one -> new EmergencyView.OnDuty(one.name(), one.mobile()))
                .toList();
        return new EmergencyView(
                id(),
                name,
                kind,
                areas.stream()
                        .map(area -> new EmergencyView.AreaView(area.placeCode(), area.priority()))
                        .toList(),
                authority,
                document,
                onDuty.get(0),
                onDuty.subList(1, onDuty.size()),
                priorityRule,
                Optional.ofNullable(arbiter),
                Optional.ofNullable(arbiterReason),
                Duration.ofMinutes(answerMinutes),
                Duration.ofMinutes(remindMinutes),
                startsAt,
                startsAt.plus(Duration.ofHours(allocateHours)),
                startsAt.plus(Duration.ofHours(firstPieceHours)),
                Optional.ofNullable(releaseHours).map(hours -> startsAt.plus(Duration.ofHours(hours))),
                isOpen(),
                Optional.ofNullable(publishedAt),
                declaredByName,
                declaredAt,
                Optional.ofNullable(closedAt)
                        .map(at -> new EmergencyView.Closing(
                                at, Objects.requireNonNull(closedByName), Objects.requireNonNull(closedReason))),
                version,
                drill);
    }
}
