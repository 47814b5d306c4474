package org.muster.command;

import java.util.List;

/** Something that Muster can be started for, in place of serving. A CDI bean of the feature that does it. */
public interface Command {

    /** The word on the command line, such as {@code rebuild-search}. */
    String name();

    /**
     * Does it, and logs what came of it.
     *
     * @param words what follows the name on the command line
     * @return the exit code: 0 when it was done and all is well, 1 when not
     */
    int run(List<String> words);
}
