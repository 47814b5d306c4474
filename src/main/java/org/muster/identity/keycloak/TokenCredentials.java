package org.muster.identity.keycloak;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.muster.identity.Credentials;
import org.muster.identity.Role;

/** Reads the token of the session. One that ended, or cannot be refreshed, leaves a visitor; protected routes then ask to sign in again. */
@ApplicationScoped
class TokenCredentials implements Credentials {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern CHINESE_MOBILE = Pattern.compile("1\\d{10}");

    private final CurrentVertxRequest request;
    private final CurrentIdentityAssociation association;

    TokenCredentials(CurrentVertxRequest request, CurrentIdentityAssociation association) {
        this.request = request;
        this.association = association;
    }

    @Override
    public boolean requested() {
        return request.getCurrent() != null;
    }

    @Override
    public Optional<Claims> claims() {
        try {
            SecurityIdentity identity =
                    association.getDeferredIdentity().await().atMost(PATIENCE);
            return identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)
                    ? Optional.empty()
                    : Optional.of(claims(token, identity.getRoles()));
        } catch (AuthenticationFailedException
                | AuthenticationCompletionException
                | AuthenticationRedirectException ended) {
            return Optional.empty();
        }
    }

    private static Claims claims(JsonWebToken token, Set<String> granted) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (role != Role.MEMBER
                    && role != Role.KEEPER
                    && granted.contains(role.name().toLowerCase(Locale.ROOT))) {
                roles.add(role);
            }
        }
        return new Claims(token.getSubject(), name(token), mobile(token), text(token, "email"), roles);
    }

    private static String name(JsonWebToken token) {
        return Stream.of("name", "given_name", "preferred_username")
                .flatMap(claim -> text(token, claim).stream())
                .findFirst()
                .orElse(token.getSubject());
    }

    /** Many take their mobile number for a user name, as the form suggests. */
    private static Optional<String> mobile(JsonWebToken token) {
        return text(token, "mobile")
                .or(() -> text(token, "preferred_username")
                        .filter(name -> CHINESE_MOBILE.matcher(name).matches()));
    }

    private static Optional<String> text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        return Optional.ofNullable(value)
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
