package io.ctmconnect.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Looks at the heap of another JVM on this machine. */
final class Heap implements AutoCloseable {
    private final JMXConnector connector;
    private final MemoryMXBean memory;
    private final List<MemoryPoolMXBean> pools;

    private Heap(JMXConnector connector) throws IOException {
        this.connector = connector;
        MBeanServerConnection machine = connector.getMBeanServerConnection();
        this.memory = ManagementFactory.getPlatformMXBean(machine, MemoryMXBean.class);
        this.pools = ManagementFactory.getPlatformMXBeans(machine, MemoryPoolMXBean.class).stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    @SuppressWarnings("BanJNDI") // the address is what the process itself has just answered, on this machine
    static Heap of(long process) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(process));
            try {
                var address = new JMXServiceURL(machine.startLocalManagementAgent());
                return new Heap(JMXConnectorFactory.connect(address));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException("cannot look into process " + process, e);
        }
    }

    /** Bytes that a full collection leaves: what is allocated between its end and this look is not among them. */
    long live() {
        memory.gc();
        return pools.stream()
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
