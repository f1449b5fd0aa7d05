package org.portcullis.portout.telnyx;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Telnyx's port-out API as documented. Bodies are streams, so that {@link TelnyxApi} can limit how much it reads; the
 * records describe their content. Any field may be missing or null.
 */
@RegisterRestClient(configKey = "telnyx")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface TelnyxClient {

    @GET
    @Path("/v2/portouts")
    RestResponse<InputStream> list(@RestQuery("filter[status]") String status, @RestQuery("page[size]") int size,
            @RestQuery("page[number]") int number);

    @GET
    @Path("/v2/portouts/{id}")
    RestResponse<InputStream> get(@RestPath String id);

    @GET
    @Path("/v2/portouts/{id}/comments")
    RestResponse<InputStream> comments(@RestPath String id);

    @GET
    @Path("/v2/portouts/rejections/{id}")
    RestResponse<InputStream> rejections(@RestPath String id);

    @PATCH
    @Path("/v2/portouts/{id}/{status}")
    RestResponse<InputStream> update(@RestPath String id, @RestPath String status, Answer answer);

    /**
     * The body that sets a port-out's status.
     *
     * @param rejectionCode null for an authorization
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(String reason, @JsonProperty("rejection_code") Integer rejectionCode) {
    }

    /** Elements are parsed one by one, so that an unreadable one does not affect the others. */
    @RegisterForReflection
    record Page(List<JsonNode> data, Meta meta) {
    }

    @RegisterForReflection
    record Meta(@JsonProperty("total_pages") Integer totalPages) {
    }

    @RegisterForReflection
    record Single(PortOut data) {
    }

    @RegisterForReflection
    record PortOut(String id, String status, @JsonProperty("carrier_name") String carrierName,
            @JsonProperty("created_at") String createdAt,
            @JsonProperty("updated_at") String updatedAt, @JsonProperty("foc_date") String focDate,
            @JsonProperty("rejection_code") Integer rejectionCode) {
    }

    @RegisterForReflection
    record Comment(String id, String body, @JsonProperty("created_at") String createdAt) {
    }

    @RegisterForReflection
    record Rejection(Integer code, String description) {
    }
}
