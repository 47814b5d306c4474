package org.muster.emergency;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Embeddable
class NoticedFinding {

    @Enumerated(EnumType.STRING)
    private NeedRule rule;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> args;

    @Column(name = "other_id")
    private @Nullable UUID otherId;

    @SuppressWarnings("NullAway.Init")
    protected NoticedFinding() {}

    NoticedFinding(NeedFinding finding) {
        this.rule = finding.rule();
        this.args = finding.args();
        this.otherId = finding.other().orElse(null);
    }

    NeedFinding finding() {
        return new NeedFinding(rule, args, Optional.ofNullable(otherId));
    }
}
