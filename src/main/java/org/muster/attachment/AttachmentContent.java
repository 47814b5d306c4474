package org.muster.attachment;

/** A file with what is in it. */
public record AttachmentContent(AttachmentCard card, byte[] bytes) {}
