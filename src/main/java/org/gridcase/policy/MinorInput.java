package org.gridcase.policy;

/**
 * What the table of minor events reads.
 *
 * @param photos how many photos the report has
 */
public record MinorInput(String serviceCode, String channel, int photos) {

    public MinorInput {
        serviceCode = Words.plain(serviceCode);
        channel = Words.plain(channel);
        photos = Math.max(0, photos);
    }

    /** Kind and first two digits of the class, such as {@code M06}. */
    String group() {
        return serviceCode.substring(0, Math.min(3, serviceCode.length()));
    }
}
