package io.ctmconnect.bench;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;

/** What the figures were measured on. */
final class Machine {
    private Machine() {}

    static String description() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return "%d cores, %d MiB of memory, %s %s, JDK %s (%s)"
                .formatted(
                        system.getAvailableProcessors(),
                        system.getTotalMemorySize() >> 20,
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version(),
                        System.getProperty("java.vendor"));
    }
}
