package org.muster.importexport.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of an archive, counted over all its parts: a few kilobytes that unfold into gigabytes end here. */
final class Inflating extends FilterInputStream {

    /** What a reader may unfold in all. */
    static final class Allowance {
        private long left;

        Allowance(long most) {
            left = most;
        }

        private void take(long bytes) {
            left -= bytes;
            if (left < 0) {
                throw new Unreadable("file_unfolds_too_far");
            }
        }
    }

    private final Allowance allowance;

    Inflating(InputStream in, Allowance allowance) {
        super(in);
        this.allowance = allowance;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            allowance.take(1);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        if (read > 0) {
            allowance.take(read);
        }
        return read;
    }

    /** The archive goes on behind this part. */
    @Override
    public void close() {}
}
