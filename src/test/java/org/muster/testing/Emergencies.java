package org.muster.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.muster.testing.SignIn.Visitor;

/** Emergencies, declared through the page as coordinators do it. */
public final class Emergencies {

    private Emergencies() {}

    /** Where an emergency is that was just declared for these areas. */
    public static String declared(Visitor coordinator, String name, String areas) {
        return declared(coordinator, typed(name, areas));
    }

    /** The same, to be rehearsed only. */
    public static String drill(Visitor coordinator, String name, String areas) {
        Map<String, String> fields = typed(name, areas);
        fields.put("drill", "true");
        return declared(coordinator, fields);
    }

    private static String declared(Visitor coordinator, Map<String, String> fields) {
        HttpResponse<String> board = coordinator.post("/emergencies/new", fields);
        assertThat(board.statusCode()).as(board.body()).isEqualTo(200);
        assertThat(board.uri().getPath()).as(board.body()).endsWith("/board");
        return board.uri().getPath().replace("/board", "");
    }

    /** A declaration that nothing is wrong with. */
    public static Map<String, String> typed(String name, String areas) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("kind", "EPIDEMIC");
        fields.put("areas", areas);
        fields.put("authority", "省指挥部");
        fields.put("document", "防指发 1 号");
        fields.put("lead", "陈统筹");
        fields.put("leadMobile", "13812345678");
        fields.put("deputy-0", "周替班");
        fields.put("deputyMobile-0", "0351-4012345");
        fields.put("answerHours", "4");
        fields.put("remindMinutes", "60");
        fields.put("allocateHours", "48");
        fields.put("firstPieceHours", "144");
        fields.put("releaseHours", "480");
        return fields;
    }
}
