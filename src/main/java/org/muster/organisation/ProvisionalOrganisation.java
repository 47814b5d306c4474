package org.muster.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as a public list or a liaison knows it.
 *
 * @param placeCode the most exact place known of it, a province at least
 * @param makes what this source says it makes; what several rows say is added up
 * @param source what people call the list, shown on its page
 * @param sourceDate the day the list speaks of
 */
public record ProvisionalOrganisation(
        String name, @Nullable String nameEn, String placeCode, String makes, String source, LocalDate sourceDate) {}
