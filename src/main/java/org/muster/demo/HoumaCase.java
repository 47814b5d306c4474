package org.muster.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.muster.emergency.Declaration;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.NeedDesk;
import org.muster.emergency.RecipeDesk;
import org.muster.emergency.Scenario;
import org.muster.emergency.WrittenNeed;
import org.muster.identity.Actor;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/**
 * The Houma case: a province without a maker of masks needs a line and, until it runs, masks. The line is to be allocated within 48 hours, its first
 * good piece made on day 6; masks that are sterile rest before they are released, others do not.
 */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
@Transactional
class HoumaCase implements Scenario {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String RULE = "先保隔离病区和发热门诊，再保一般病区；各地区一律平等，同等条件下先保满足比例最低的地区。";
    private static final String STERILE = "医用外科口罩";
    private static final String NON_STERILE = "一次性医用口罩";

    /** Thirty days: machines on their way, six days of installing, a day of making, ten of aeration, the tests. */
    private static final String RELEASE_HOURS = "720";

    /** What is written on a need: nobody counts masks to the piece. */
    private record Wanted(
            String institution, String place, String item, int amount, int withinDays, int staff, String contact) {}

    private static final List<Wanted> WANTED = List.of(
            new Wanted("太原市中心医院（演示）", "太原市", STERILE, 120_000, 20, 3_200, "郭护理"),
            new Wanted("太原市中心医院（演示）", "太原市", NON_STERILE, 160_000, 10, 3_200, "郭护理"),
            new Wanted("太原市传染病医院（演示）", "太原市", STERILE, 60_000, 20, 1_400, "冀护理"),
            new Wanted("侯马市人民医院（演示）", "侯马市", STERILE, 36_000, 20, 860, "柴护理"),
            new Wanted("侯马市人民医院（演示）", "侯马市", NON_STERILE, 84_000, 10, 860, "柴护理"));

    private final EmergencyDesk desk;
    private final NeedDesk needs;
    private final RecipeDesk recipes;

    HoumaCase(EmergencyDesk desk, NeedDesk needs, RecipeDesk recipes) {
        this.desk = desk;
        this.needs = needs;
        this.recipes = recipes;
    }

    @Override
    public String key() {
        return "houma";
    }

    @Override
    public String nameZh() {
        return "侯马案例";
    }

    @Override
    public String nameEn() {
        return "the Houma case";
    }

    @Override
    public String aboutZh() {
        return "全省没有口罩厂。太原和侯马三家医院要口罩，侯马要一条全自动产线：48 小时调配到位，第 6 天出首件，无菌与非无菌分别放行。";
    }

    @Override
    public String aboutEn() {
        return "A province without a maker of masks. Three hospitals in Taiyuan and Houma need masks, and Houma needs a fully automatic"
                + " line: allocated within 48 hours, first good piece on day 6, sterile and non-sterile goods released apart.";
    }

    @Override
    public Outcome<EmergencyId> declare(Actor actor, boolean drill, ZoneId zone, Instant now) {
        Outcome<EmergencyId> declared = drill
                ? desk.declareDrill(actor, declaration(actor), RULE, zone, now)
                : desk.declare(actor, declaration(actor), RULE, zone, now);
        if (!declared.isAccepted()) {
            return declared;
        }
        EmergencyId id = declared.orElseThrow();
        List<Refusal> refusals = new ArrayList<>();
        LocalDate today = now.atZone(CHINA).toLocalDate();
        for (Wanted wanted : WANTED) {
            refusals.addAll(needs.add(actor, id, written(wanted, today), now).reasons());
        }
        refusals.addAll(
                recipes.take(actor, id, "mask-line-setup", "1", "1", now).reasons());
        if (!refusals.isEmpty()) {
            throw new IllegalStateException("The Houma case is refused: " + refusals);
        }
        return declared;
    }

    private static Declaration declaration(Actor actor) {
        return new Declaration(
                "侯马全自动口罩线与两市口罩保障",
                "EPIDEMIC",
                "山西省太原市\n山西省临汾市侯马市",
                "山西省疫情防控物资保障组（演示）",
                "晋防物资〔2020〕3 号（演示）",
                new Declaration.Deputy(actor.name(), "13900000001"),
                List.of(new Declaration.Deputy("周替班", "13900000002"), new Declaration.Deputy("武替班", "13900000003")),
                RULE,
                "4",
                "60",
                "",
                "48",
                "144",
                RELEASE_HOURS);
    }

    private static WrittenNeed written(Wanted wanted, LocalDate today) {
        return WrittenNeed.typed(
                wanted.institution(),
                wanted.place(),
                wanted.item(),
                "",
                Integer.toString(wanted.amount()),
                "只",
                today.plusDays(wanted.withinDays()).toString(),
                Integer.toString(wanted.staff()),
                "14",
                wanted.contact(),
                "13900000009");
    }
}
