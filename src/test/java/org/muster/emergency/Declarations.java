package org.muster.emergency;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.muster.identity.Actor;

/** Declarations as coordinators type them. */
public final class Declarations {

    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    public static final String RULE = "先救治一线，各地区一律平等。";

    private Declarations() {}

    public static Declaration of(String areas) {
        return new Declaration(
                "医用物资保障",
                "EPIDEMIC",
                areas,
                "省疫情防控指挥部",
                "防指发〔2026〕12 号",
                new Declaration.Deputy("陈统筹", "13812345678"),
                List.of(new Declaration.Deputy("周替班", "0351-4012345"), new Declaration.Deputy("", "")),
                "",
                "4",
                "60",
                "",
                "48",
                "144",
                "480");
    }

    static EmergencyId declared(EmergencyDesk desk, Actor coordinator, String areas, Instant now) {
        return desk.declare(coordinator, of(areas), RULE, BEIJING, now).orElseThrow();
    }
}
