package org.muster.notification;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a mail of a letter, in the language that whoever gets it chose, or in both. Plain text: it reads the same everywhere. */
@ApplicationScoped
class MailWriter {

    private static final List<Locale> BOTH = List.of(Locale.CHINESE, Locale.ENGLISH);

    private final LetterLanguages languages;

    MailWriter(LetterLanguages languages) {
        this.languages = languages;
    }

    Mail write(StoredMessage message, URI site) {
        List<Locale> read = languages.of(message.address()).map(List::of).orElse(BOTH);
        String choice = at(site, "/letters/" + languages.token(message.id()));
        return new Mail(
                message.id(),
                message.toName(),
                message.address(),
                read.stream().map(one -> subject(message, one)).distinct().collect(Collectors.joining(" / ")),
                read.stream()
                        .map(one -> text(message, one, site, choice))
                        .collect(Collectors.joining("\n--------\n\n")),
                read.stream().map(Locale::getLanguage).collect(Collectors.joining(", ")));
    }

    private static String subject(StoredMessage message, Locale language) {
        return isChinese(language) ? message.subjectZh() : message.subjectEn();
    }

    private static String text(StoredMessage message, Locale language, URI site, String choice) {
        LetterMessages words = isChinese(language)
                ? MessageBundles.get(LetterMessages.class)
                : MessageBundles.get(LetterMessages.class, Localized.Literal.of("en"));
        return (isChinese(language) ? message.bodyZh() : message.bodyEn())
                + "\n\n"
                + Optional.ofNullable(message.link())
                        .map(path -> at(site, path) + "\n\n")
                        .orElse("")
                + words.mail_foot(choice)
                + "\n";
    }

    private static String at(URI site, String path) {
        return site.toString().replaceFirst("/+$", "") + path;
    }

    private static boolean isChinese(Locale language) {
        return language.getLanguage().equals("zh");
    }
}
