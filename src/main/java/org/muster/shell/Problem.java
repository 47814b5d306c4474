package org.muster.shell;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.shared.Refusal;

/** A refusal as a program is told it (RFC 9457): every reason with a key that never changes, and in words. */
public final class Problem {

    public static final String TYPE = "application/problem+json";

    private Problem() {}

    /**
     * The answer to a refused request.
     *
     * @param path of the request
     */
    public static Response refused(int status, List<Refusal> reasons, Language language, String path) {
        List<Map<String, String>> all = reasons.stream()
                .map(reason -> {
                    Map<String, String> one = new LinkedHashMap<>();
                    one.put("key", reason.key());
                    one.put("field", reason.field());
                    one.put("text", Refusals.text(reason, language.locale()));
                    return one;
                })
                .toList();
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", language.messages(ShellMessages.class).problem_refused());
        problem.put("status", status);
        problem.put("detail", all.get(0).get("text"));
        problem.put("instance", path);
        problem.put("refusals", all);
        return Response.status(status).entity(problem).type(TYPE).build();
    }
}
