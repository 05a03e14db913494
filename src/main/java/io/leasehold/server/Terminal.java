package io.leasehold.server;

import jakarta.inject.Singleton;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The two streams that a person reads: answers and the dev banner on one, refusals on the other. Not for logging. */
@Singleton
class Terminal {
    private final PrintWriter out;
    private final PrintWriter err;

    Terminal() {
        this(writer(FileDescriptor.out), writer(FileDescriptor.err));
    }

    Terminal(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
