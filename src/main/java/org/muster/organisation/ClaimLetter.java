package org.muster.organisation;

/** What is needed to tell a claimant what was decided. */
public record ClaimLetter(String claimantName, String mobile, String organisationName) {}
