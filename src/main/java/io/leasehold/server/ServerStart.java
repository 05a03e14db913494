package io.leasehold.server;

import io.quarkus.runtime.Quarkus;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Checks, database, configuration, Quarkus, in this order; what can be refused is refused before anything is started. */
final class ServerStart {
    private static final Logger LOG = Logger.getLogger(ServerStart.class);
    private static final int FAILED = 1;
    private final PrintWriter err;

    ServerStart(PrintWriter err) {
        this.err = err;
    }

    /** Runs until the process is told to stop. Returns, with the exit code, only if it is refused. */
    int run(Supplier<StartPlan> decision) {
        try {
            final StartPlan plan = decision.get();
            plan.listen().requireFree();
            if (plan.prepareDataDir()) {
                err.println("leasehold: other accounts may look into "
                        + plan.dataDir().get() + "; give it mode 0700");
            }
            return runOn(plan);
        } catch (StartRefused refused) {
            return refuse(refused.getMessage());
        }
    }

    private int runOn(StartPlan plan) {
        final ShutdownOrder order = ShutdownOrder.endLast(plan.database());
        try {
            // Quarkus reads its configuration once: all of it must be there before it runs.
            plan.properties().forEach(System::setProperty);
            plan.database().open().properties().forEach(System::setProperty);
            return order.hasBegun() ? FAILED : runQuarkus(order);
        } finally {
            order.serverHasEnded();
        }
    }

    private int runQuarkus(ShutdownOrder order) {
        final Thread main = Thread.currentThread();
        Quarkus.run(null, (code, problem) -> exit(main, order, code, problem));
        return 0;
    }

    /**
     * In a native executable a signal comes here first, on a thread of its own, with the server still running: then
     * the database has to wait for the call that the main thread makes when Quarkus has ended.
     */
    private void exit(Thread main, ShutdownOrder order, int code, Throwable problem) {
        if (problem != null) {
            report(problem);
        }
        if (Thread.currentThread() == main) {
            order.serverHasEnded();
        }
        System.exit(code);
    }

    private void report(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof BindException) {
            refuse("cannot listen: " + root.getMessage());
        } else {
            LOG.error("The server did not start", problem);
            refuse("the server did not start: " + root);
        }
    }

    private int refuse(String reason) {
        err.println("leasehold: " + reason);
        return FAILED;
    }
}
