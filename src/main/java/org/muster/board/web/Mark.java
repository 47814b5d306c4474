package org.muster.board.web;

/** How something stands: never told by its colour alone. */
record Mark(String word, String icon, String tone) {}
