package org.muster.importexport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.shared.Refusal;
import org.muster.shared.Unit;

/** What a list needs besides its file: who published it, of what day it speaks, and a unit that exists. */
record UploadRules(String source, Optional<LocalDate> sourceDate, Optional<Unit> unit, List<Refusal> refusals) {

    private static final int LONGEST_SOURCE = 200;
    private static final LocalDate OLDEST = LocalDate.of(1990, 1, 1);

    static UploadRules apply(Upload upload, LocalDate today) {
        List<Refusal> reasons = new ArrayList<>();
        if (upload.purpose() == Purpose.OWN) {
            return new UploadRules("", Optional.empty(), unit(upload, reasons), List.copyOf(reasons));
        }
        String source = upload.source().strip();
        if (source.isEmpty()) {
            reasons.add(Refusal.at("source", "importexport.source_missing"));
        } else if (source.length() > LONGEST_SOURCE) {
            reasons.add(Refusal.at("source", "importexport.source_too_long", LONGEST_SOURCE));
        }
        Optional<LocalDate> date = date(upload.sourceDate().strip());
        if (upload.sourceDate().isBlank()) {
            reasons.add(Refusal.at("sourceDate", "importexport.source_date_missing"));
        } else if (date.isEmpty()) {
            reasons.add(Refusal.at("sourceDate", "importexport.source_date_unreadable", upload.sourceDate()));
        } else if (date.get().isAfter(today)) {
            reasons.add(Refusal.at("sourceDate", "importexport.source_date_in_future"));
        } else if (date.get().isBefore(OLDEST)) {
            reasons.add(Refusal.at("sourceDate", "importexport.source_date_too_old", OLDEST));
        }
        Optional<Unit> unit = unit(upload, reasons);
        return new UploadRules(source, date, unit, List.copyOf(reasons));
    }

    private static Optional<Unit> unit(Upload upload, List<Refusal> reasons) {
        Optional<Unit> unit = Unit.all().stream()
                .filter(known -> known.code().equals(upload.defaultUnit()))
                .findFirst();
        if (unit.isEmpty() && !upload.defaultUnit().isBlank()) {
            reasons.add(Refusal.at("defaultUnit", "importexport.unit_not_known", upload.defaultUnit()));
        }
        return unit;
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
