package org.gridcase.integration.open311;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A case as everybody may see it: nothing that its reporter wrote, for that may name people.
 *
 * @param description always empty
 * @param address of the grid, not the reporter's words
 */
record ServiceRequest(
        @JsonProperty("service_request_id") String id,
        String status,
        @JsonProperty("status_notes") String statusNotes,
        @JsonProperty("service_name") @Nullable String serviceName,
        @JsonProperty("service_code") @Nullable String serviceCode,
        @Nullable String description,
        @JsonProperty("agency_responsible") @Nullable String agency,
        @JsonProperty("service_notice") @Nullable String notice,
        @JsonProperty("requested_datetime") String requestedAt,
        @JsonProperty("updated_datetime") String updatedAt,
        @JsonProperty("expected_datetime") @Nullable String expectedAt,
        String address,
        @JsonProperty("address_id") @Nullable String addressId,
        @Nullable String zipcode,
        @JsonProperty("lat") double latitude,
        @JsonProperty("long") double longitude,
        @JsonProperty("media_url") @Nullable String mediaUrl) {}
