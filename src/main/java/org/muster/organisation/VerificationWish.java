package org.muster.organisation;

/** What an owner asks the operators to check, and what they should know. */
public record VerificationWish(VerificationLevel wanted, String note) {}
