package org.muster.identity.web;

import java.util.Optional;
import org.muster.identity.Actor;
import org.muster.identity.Role;

/** Who may call a route: the third word of a line of {@code authorization.txt}. */
enum Permission {
    PUBLIC,
    SIGNED_IN,
    MEMBER,
    /** Keeps listings: a member, or a liaison whom the organisation lets do it. */
    KEEPER,
    LIAISON,
    /** Whoever may bring listings: their own, or on behalf. */
    LISTER,
    COORDINATOR,
    OPERATOR,
    /** Everybody, in the development and test profiles only. */
    DEV;

    /** What keeps somebody from a route. */
    enum Obstacle {
        /** As if it were not there. */
        ABSENT,
        SIGN_IN_FIRST,
        REGISTER_FIRST,
        NOT_ALLOWED
    }

    Optional<Obstacle> obstacleFor(Actor actor, boolean developing) {
        if (this == PUBLIC) {
            return Optional.empty();
        }
        if (this == DEV) {
            return developing ? Optional.empty() : Optional.of(Obstacle.ABSENT);
        }
        if (!actor.isSignedIn()) {
            return Optional.of(Obstacle.SIGN_IN_FIRST);
        }
        return switch (this) {
            case MEMBER -> actor.is(Role.MEMBER) ? Optional.empty() : Optional.of(Obstacle.REGISTER_FIRST);
            case KEEPER ->
                actor.is(Role.MEMBER) || actor.is(Role.KEEPER)
                        ? Optional.empty()
                        : Optional.of(Obstacle.REGISTER_FIRST);
            case LIAISON -> given(actor.is(Role.LIAISON) || actor.is(Role.OPERATOR));
            case LISTER -> given(actor.is(Role.MEMBER) || actor.is(Role.LIAISON) || actor.is(Role.OPERATOR));
            case COORDINATOR -> given(actor.is(Role.COORDINATOR) || actor.is(Role.OPERATOR));
            case OPERATOR -> given(actor.is(Role.OPERATOR));
            default -> Optional.empty();
        };
    }

    private static Optional<Obstacle> given(boolean allowed) {
        return allowed ? Optional.empty() : Optional.of(Obstacle.NOT_ALLOWED);
    }
}
