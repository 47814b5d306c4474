package org.muster.organisation;

/**
 * What an owner may change about an organisation, as typed; blank where left out.
 *
 * @param version the version the owner saw, so that two owners do not overwrite each other unseen
 */
public record ProfileChange(
        int version,
        String nameEn,
        String mobile,
        String email,
        String place,
        String placeCode,
        String makes,
        String division,
        String creditCode) {}
