-- What was written down when a shift was handed over is never changed, by nobody who works through the application.
revoke update, delete, truncate on board_hand_over from muster_app;
