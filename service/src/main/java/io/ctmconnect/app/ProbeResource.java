package io.ctmconnect.app;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/")
class ProbeResource {
    @GET
    @RunOnVirtualThread
    String probe() {
        return Thread.currentThread().toString();
    }
}
