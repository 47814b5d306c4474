package org.muster.shell;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.core.Application;

/** Every page asks the database, so every resource method runs on a worker thread, whatever it returns. */
@Blocking
public class Website extends Application {}
