package org.muster.paper;

/** Sets a sheet as PDF. */
public interface SheetPrinter {

    byte[] print(Sheet sheet);
}
