package org.muster.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One link of the chain: some entries by name, a fingerprint of each, and a hash over these and the link before.
 *
 * @param number 1, 2, 3 … without a gap
 * @param previous the hash of the seal before; zeros before the first
 * @param fingerprints of the entries, in their order
 */
record Seal(
        long number, Instant sealedAt, byte[] previous, List<Long> entries, List<byte[]> fingerprints, byte[] hash) {

    /** What stands before the first seal. */
    static final byte[] NOTHING = new byte[Netstrings.HASH_BYTES];

    Seal {
        entries = List.copyOf(entries);
        fingerprints = List.copyOf(fingerprints);
    }

    /** @param at the database keeps microseconds */
    static Seal over(long number, Instant at, byte[] previous, List<Long> entries, List<byte[]> fingerprints) {
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        return new Seal(
                number, kept, previous, entries, fingerprints, hash(number, kept, previous, entries, fingerprints));
    }

    boolean holds() {
        return MessageDigest.isEqual(hash, hash(number, sealedAt, previous, entries, fingerprints));
    }

    boolean follows(byte[] before) {
        return MessageDigest.isEqual(previous, before);
    }

    private static byte[] hash(
            long number, Instant at, byte[] previous, List<Long> entries, List<byte[]> fingerprints) {
        Netstrings text = new Netstrings()
                .add("muster audit seal 1")
                .add(number)
                .add(at)
                .add(previous)
                .add(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            text.add(entries.get(i)).add(fingerprints.get(i));
        }
        return text.hash();
    }

    byte[] fingerprintsTogether() {
        ByteBuffer together = ByteBuffer.allocate(Netstrings.HASH_BYTES * fingerprints.size());
        fingerprints.forEach(together::put);
        return together.array();
    }
}
