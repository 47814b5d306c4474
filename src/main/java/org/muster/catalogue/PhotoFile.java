package org.muster.catalogue;

/** A photo as it is sent. @param sha256 of its content, in hexadecimal digits */
public record PhotoFile(byte[] jpeg, String sha256) {}
