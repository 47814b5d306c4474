package org.muster.search.elasticsearch;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NStringEntity;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.muster.search.IndexQuery;

/** The very request of a search page, without the page. */
@ApplicationScoped
public class RawSearch {

    @Inject
    RestClient client;

    @Inject
    ObjectMapper mapper;

    public String json(IndexQuery query) {
        Requests requests = new Requests(query);
        StringBuilder lines = new StringBuilder();
        for (Object search : List.of(requests.known(), requests.unknown(), requests.facets())) {
            lines.append("{\"index\":\"").append(ElasticsearchListings.ALIAS).append("\"}\n");
            lines.append(written(search)).append('\n');
        }
        return lines.toString();
    }

    /** Sends it and reads the whole answer, as bytes. */
    public int ask(String json) throws IOException {
        Request request = new Request("POST", "/_msearch");
        request.setEntity(new NStringEntity(json, ContentType.create("application/x-ndjson", "UTF-8")));
        return client.performRequest(request).getEntity().getContent().readAllBytes().length;
    }

    private String written(Object search) {
        try {
            return mapper.writeValueAsString(search);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
