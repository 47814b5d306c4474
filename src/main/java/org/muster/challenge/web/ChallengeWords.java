package org.muster.challenge.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.muster.challenge.ChallengeId;
import org.muster.challenge.ChallengeView;
import org.muster.reference.Glossary;
import org.muster.reference.Places;
import org.muster.reference.Term;
import org.muster.shell.Ids;
import org.muster.shell.Language;

/** What the pages of challenges say of places, items and time. */
@ApplicationScoped
class ChallengeWords {

    private final Glossary glossary;
    private final Places places;
    private final Language language;

    ChallengeWords(Glossary glossary, Places places, Language language) {
        this.glossary = glossary;
        this.places = places;
        this.language = language;
    }

    static ChallengeId id(String text) {
        return Ids.read(text, ChallengeId::of);
    }

    ChallengeMessages messages() {
        return language.messages(ChallengeMessages.class);
    }

    String item(String key) {
        return glossary.terms()
                .byKey(key)
                .map(term -> language.isChinese() ? term.zh() : term.en())
                .orElse(key);
    }

    /** As its coordinator typed it, for the form. */
    String itemTyped(String key) {
        return glossary.terms().byKey(key).map(Term::zh).orElse(key);
    }

    String place(String code) {
        Locale locale = language.locale();
        return places.byCode(code).map(place -> places.wholeName(place, locale)).orElse(code);
    }

    String placeTyped(String code) {
        return places.byCode(code)
                .map(place -> places.wholeName(place, Locale.CHINESE))
                .orElse(code);
    }

    /** In this language where it was said in it, else in Chinese. */
    Said title(ChallengeView challenge) {
        return said(challenge.title(), challenge.titleEn());
    }

    Said unlocks(ChallengeView challenge) {
        return said(challenge.unlocks(), challenge.unlocksEn());
    }

    private Said said(String zh, String en) {
        return language.isChinese() || en.isBlank() ? new Said(zh, "zh-CN") : new Said(en, "en");
    }

    /** A text of somebody's, and the language it is in. */
    record Said(String text, String language) {}

    String left(Instant until, Instant now) {
        if (!until.isAfter(now)) {
            return messages().closed_for_claims();
        }
        Duration left = Duration.between(now, until);
        return left.compareTo(Duration.ofDays(2)) >= 0
                ? messages().left_days(left.toDays(), left.toHoursPart())
                : messages().left_hours(left.toHours(), left.toMinutesPart());
    }
}
