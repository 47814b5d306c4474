package org.muster.shell;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Finds a name of a template in the scope it stands in or in one around it. The engine would do the same, but asks each of its hundreds of
 * resolvers in every scope that does not know the name before it goes outwards: half the time of a page with many loops.
 */
class ScopeNames implements ValueResolver {

    /** Before the engine's own for loops (15). */
    private static final int FIRST = 20;

    @Override
    public int getPriority() {
        return FIRST;
    }

    @Override
    public boolean appliesTo(EvalContext name) {
        Object base = name.getBase();
        return (base instanceof Mapper || base instanceof Map)
                && name.getParams().isEmpty()
                && name.resolutionContext() != null
                && name.resolutionContext().getData() == base;
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext name) {
        for (ResolutionContext scope = name.resolutionContext(); scope != null; scope = scope.getParent()) {
            Object data = scope.getData();
            if (data instanceof Mapper mapper) {
                if (mapper.appliesTo(name.getName())) {
                    CompletionStage<Object> found = mapper.getAsync(name.getName());
                    if (!(found instanceof CompletedStage<Object> now)
                            || now.isFailure()
                            || !Results.isNotFound(now.get())) {
                        return found;
                    }
                }
            } else if (data instanceof Map<?, ?> map) {
                if (map.containsKey(name.getName())) {
                    return CompletedStage.of(map.get(name.getName()));
                }
            } else if (data != null) {
                // A scope of another make: the engine knows its ways.
                break;
            }
        }
        return Results.notFound(name);
    }
}
