package org.muster.shared;

import java.util.List;
import java.util.function.Function;

/** What became of a request: done, with what it brought, or refused, with every reason at once. */
public sealed interface Outcome<T> {

    record Accepted<T>(T value) implements Outcome<T> {}

    record Refused<T>(List<Refusal> reasons) implements Outcome<T> {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("A refusal says why");
            }
        }
    }

    static <T> Outcome<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Outcome<T> refused(List<Refusal> reasons) {
        return new Refused<>(reasons);
    }

    static <T> Outcome<T> refused(Refusal... reasons) {
        return new Refused<>(List.of(reasons));
    }

    default <R> R fold(
            Function<? super T, ? extends R> whenAccepted, Function<? super List<Refusal>, ? extends R> whenRefused) {
        if (this instanceof Accepted<T> accepted) {
            return whenAccepted.apply(accepted.value());
        }
        return whenRefused.apply(((Refused<T>) this).reasons());
    }

    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return fold(value -> accepted(change.apply(value)), Outcome::refused);
    }

    /** Why it was refused; empty when it was accepted. */
    default List<Refusal> reasons() {
        return fold(value -> List.of(), reasons -> reasons);
    }

    /** What it brought, where a refusal would be a surprise: then it throws with the reasons. */
    default T orElseThrow() {
        if (this instanceof Accepted<T> accepted) {
            return accepted.value();
        }
        throw new IllegalStateException("Refused: " + reasons());
    }
}
