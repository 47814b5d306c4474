package org.muster.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/**
 * Processor time of everything that works on an answer: this virtual machine (application and asker) and the servers it started. The
 * system counts other processes in hundredths of a second, so only sums over many answers say something.
 */
final class ProcessorTime {

    private final OperatingSystemMXBean own = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    /** Those that run when counting begins: to look for them each time would be a part of what is counted. */
    private final List<ProcessHandle> servers =
            ProcessHandle.current().descendants().toList();

    /** Nanoseconds so far, all processors together. */
    long spent() {
        return own.getProcessCpuTime()
                + servers.stream()
                        .mapToLong(process -> process.info()
                                .totalCpuDuration()
                                .map(Duration::toNanos)
                                .orElse(0L))
                        .sum();
    }
}
