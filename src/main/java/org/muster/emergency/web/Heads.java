package org.muster.emergency.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.EmergencyView;
import org.muster.identity.CurrentActor;
import org.muster.reference.Places;
import org.muster.shell.Ids;
import org.muster.shell.Language;
import org.muster.shell.NotFound;

/** Finds the emergency that an address names, and says what stands above its pages; those of other features too. */
@ApplicationScoped
public class Heads {

    private final EmergencyDesk desk;
    private final CurrentActor actor;
    private final Places places;
    private final Language language;

    Heads(EmergencyDesk desk, CurrentActor actor, Places places, Language language) {
        this.desk = desk;
        this.actor = actor;
        this.places = places;
        this.language = language;
    }

    public static EmergencyId id(String text) {
        return Ids.read(text, EmergencyId::of);
    }

    /** As coordinators see it; for everybody else there is none. */
    public EmergencyView emergency(String id) {
        return desk.byId(actor.get(), id(id)).orElseThrow(NotFound::new);
    }

    /** One that runs: what has been closed is not written to, so there is no page to write on. */
    public EmergencyView running(String id) {
        EmergencyView emergency = emergency(id);
        if (!emergency.open()) {
            throw new NotFound();
        }
        return emergency;
    }

    public Head of(EmergencyView emergency, String tab, Instant now) {
        return new Head(
                emergency.id().toString(),
                emergency.name(),
                emergency.kind(),
                areas(emergency.areas()),
                emergency.open(),
                emergency.isPublished(),
                Clocks.of(emergency, language.messages(EmergencyMessages.class), now),
                emergency.closing().orElse(null),
                emergency.drill(),
                tab);
    }

    public String areas(List<EmergencyView.AreaView> areas) {
        return areas.stream()
                .map(area -> place(area.placeCode()))
                .collect(Collectors.joining(language.isChinese() ? "、" : "; "));
    }

    public String place(String code) {
        Locale locale = language.locale();
        return places.byCode(code).map(place -> places.wholeName(place, locale)).orElse(code);
    }
}
