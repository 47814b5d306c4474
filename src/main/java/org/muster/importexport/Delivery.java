package org.muster.importexport;

/**
 * How a file came.
 *
 * @param sheet the sheet meant, when the person named one
 */
public record Delivery(Purpose purpose, String fileName, String sheet) {}
