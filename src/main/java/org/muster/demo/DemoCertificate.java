package org.muster.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.muster.certificate.CertificateDraft;
import org.muster.certificate.CheckVerdict;

/** What an organisation of the demo can prove, and what a checker has said of it. */
record DemoCertificate(DemoTable.Row row) {

    String organisation() {
        return row.text("organisation");
    }

    String number() {
        return row.text("number");
    }

    boolean documented() {
        return row.text("document").equals("yes");
    }

    Optional<CheckVerdict> verdict() {
        return row.said("verdict").map(CheckVerdict::valueOf);
    }

    String proof() {
        return row.text("proof");
    }

    CertificateDraft draft(LocalDate today, String document) {
        return new CertificateDraft(
                row.text("kind"),
                number(),
                row.text("issuer"),
                row.text("relation"),
                row.text("holder"),
                row.text("scope"),
                "",
                row.text("standards"),
                day(today, "from_day"),
                day(today, "to_day"),
                document);
    }

    /** One page that says what it is, so that nobody takes it for a certificate. */
    byte[] document() {
        String page =
                "BT /F1 26 Tf 60 760 Td (DEMONSTRATION COPY) Tj 0 -40 Td /F1 16 Tf (This is no certificate.) Tj 0 -30 Td ("
                        + row.text("kind") + ") Tj 0 -30 Td ("
                        + number().replaceAll("[^\\x20-\\x7e]|[()\\\\]", " ").strip()
                        + ") Tj ET 1 0.8 0.8 RG 6 w 40 600 515 202 re S";
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = file.length();
        file.append(table)
                .append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private String day(LocalDate today, String column) {
        return row.numberSaid(column)
                .map(days -> today.plusDays(days).toString())
                .orElse("");
    }
}
