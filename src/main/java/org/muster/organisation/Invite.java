package org.muster.organisation;

/**
 * Whom an owner wants to invite, as typed; contacts blank when the link is handed over in person.
 *
 * @param owner whether the colleague may speak for the organisation too
 */
public record Invite(String name, String mobile, String email, boolean owner) {}
