package org.muster.importexport;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.identity.Role;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;

/** A liaison's desk: lists lie on it, each of firms that no other test knows. */
@ApplicationScoped
class Desk {

    static final Upload SAID = new Upload("某市工业和信息化局", "2020-01-29", "");

    private static final AtomicInteger LISTS = new AtomicInteger();

    private final Imports imports;
    private final People people;
    private final AgroalDataSource database;
    private final Clock clock;

    Desk(Imports imports, People people, AgroalDataSource database, Clock clock) {
        this.imports = imports;
        this.people = people;
        this.database = database;
        this.clock = clock;
    }

    Actor aLiaison() {
        return somebody("联络员小赵", Set.of(Role.LIAISON));
    }

    Actor anOperator() {
        return somebody("运营员小孙", Set.of(Role.OPERATOR));
    }

    /** Somebody who has just signed in and belongs nowhere. */
    Actor aNewcomer() {
        return somebody("王厂长", Set.of());
    }

    private Actor somebody(String name, Set<Role> roles) {
        PersonId person = people.signedIn(UUID.randomUUID().toString(), name, null, null, clock.instant());
        return new Actor(Optional.of(person), name, roles, Optional.empty(), false);
    }

    /** A word that makes the firms of one test its own. */
    String aBrand() {
        StringBuilder brand = new StringBuilder("测");
        for (char digit : String.valueOf(LISTS.incrementAndGet()).toCharArray()) {
            brand.append("零壹贰叁肆伍陆柒捌玖".charAt(digit - '0'));
        }
        return brand.append("捷").toString();
    }

    /**
     * What people typed in January: every kind of row that the real list has, of firms that do not exist. Row 2 has no figure, 4 full-width
     * digits, 6 a county in the city's column, 8 a name cut off, 9 is blank, 10 repeats 7 under a wrong province, 11 has a quoted comma,
     * 13 repeats 12, 14 has no name, 15 a negative figure.
     */
    static String listOf(String brand) {
        return String.join(
                        "\n",
                        "\uFEFF省,市,厂商名称,产能类别,规格,日产能",
                        "四川,成都市,四川#科技开发有限公司,口罩,一次性医用口罩,1",
                        "山东,日照市,日照#医疗卫生用品有限公司,口罩,医用口罩,1000000",
                        "山东,日照市,日照#医疗卫生用品有限公司,口罩,N95,５００００",
                        "山东,日照市,日照#医疗卫生用品有限公司,身体防护,防护服,5000",
                        "安徽,金寨县,安徽#生物科技有限公司,医疗器材,实时荧光定量PCR仪,1",
                        "陕西,西安市,西安#科技有限公司,医疗器材,实时荧光定量PCR仪,1",
                        "北京,北京市,中电#科技有限公,医疗器材,红外成像测温仪,1",
                        "",
                        "山西,西安市,西安#科技有限公司,医疗器材,实时荧光定量PCR仪,1",
                        "福建,厦门市,\"#生物科学（中国）有限公司\",检测产品,\"试剂盒,48人份\",1",
                        "湖南,长沙市,湖南#生物科技有限公司,检测产品,核酸检测试剂盒,1",
                        "湖南,长沙市,湖南#生物科技有限公司,检测产品,核酸检测试剂盒,1",
                        "浙江,杭州市,,检测产品,核酸检测试剂盒,1",
                        "广东,深圳市,深圳#防护用品厂,口罩,医用口罩,-3",
                        "")
                .replace("#", brand);
    }

    ImportId uploaded(Actor liaison, String text) {
        ImportId id = accepted(imports.receive(
                liaison,
                new Delivery(Purpose.ON_BEHALF, "名单.csv", ""),
                text.getBytes(StandardCharsets.UTF_8),
                clock.instant()));
        return accepted(imports.describe(liaison, id, SAID, clock.instant()));
    }

    /** Uploaded, mapped as guessed, and the dry run through. */
    ImportId checked(Actor liaison, String text) {
        ImportId id = uploaded(liaison, text);
        accepted(imports.mapColumns(
                liaison,
                id,
                imports.columns(liaison, id).stream().map(ColumnGuess::guess).toList()));
        return inState(liaison, id, ImportState.CHECKED);
    }

    /** Checked and run. */
    ImportId imported(Actor liaison, String text) {
        ImportId id = checked(liaison, text);
        accepted(imports.run(liaison, id, clock.instant()));
        return inState(liaison, id, ImportState.DONE);
    }

    ImportId decided(Actor liaison, ImportId id, FlagDecision decision, Integer... rows) {
        accepted(imports.decide(liaison, id, decision, List.of(rows)));
        return settled(liaison, id);
    }

    ImportId inState(Actor actor, ImportId id, ImportState state) {
        Awaitility.await("the import is " + state)
                .atMost(Duration.ofSeconds(30))
                .until(() -> view(actor, id).state() == state);
        return id;
    }

    ImportId settled(Actor actor, ImportId id) {
        Awaitility.await("the work is through")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !view(actor, id).state().isWorking());
        return id;
    }

    ImportView view(Actor actor, ImportId id) {
        return imports.view(actor, id).orElseThrow();
    }

    List<RowView> rows(Actor actor, ImportId id) {
        return imports.rows(actor, id, Optional.empty(), 1, 1_000).rows();
    }

    RowView row(Actor actor, ImportId id, int number) {
        return rows(actor, id).stream()
                .filter(row -> row.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** How many organisations of a brand there are. */
    int organisations(String brand) {
        return count("select count(*) from organisation where name like ?", brand);
    }

    int listings(String brand) {
        return count(
                "select count(*) from listing l join organisation o on o.id = l.organisation_id where o.name like ?",
                brand);
    }

    /** As an application leaves it that was killed after it had taken the order to run and before it did a thing. */
    void leaveRunning(Actor actor, ImportId id) {
        update(
                "update import_job set state = 'RUNNING', run_by = ?, run_by_name = 'x', run_at = now() where id = ?",
                actor.person().orElseThrow().value(),
                id.value());
    }

    private int count(String sql, String brand) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, "%" + brand + "%");
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void update(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static <T> T accepted(Outcome<T> outcome) {
        return outcome.fold(value -> value, reasons -> {
            throw new AssertionError("Refused: " + reasons);
        });
    }
}
