package org.muster.catalogue;

/** A photo of a listing, without what is in it. */
public record PhotoCard(PhotoId id, PhotoSubject subject, String caption, int width, int height) {}
