package org.muster.notification;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is said, in both languages, since whoever receives it may have no account that tells which one they read.
 *
 * @param link the path on this site that it leads to
 */
record Letter(
        String subjectZh,
        String subjectEn,
        String bodyZh,
        String bodyEn,
        @Nullable String link) {

    static Letter of(
            Function<LetterMessages, String> subject, Function<LetterMessages, String> body, @Nullable String link) {
        return of(LetterMessages.class, subject, body, link);
    }

    static <T> Letter of(
            Class<T> bundle, Function<T, String> subject, Function<T, String> body, @Nullable String link) {
        T chinese = MessageBundles.get(bundle);
        T english = MessageBundles.get(bundle, Localized.Literal.of("en"));
        return new Letter(
                subject.apply(chinese), subject.apply(english), body.apply(chinese), body.apply(english), link);
    }
}
