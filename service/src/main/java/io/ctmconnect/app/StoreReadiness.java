package io.ctmconnect.app;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the store answers. */
@Readiness
@Singleton
class StoreReadiness implements HealthCheck {
    private final Store store;

    StoreReadiness(Store store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("store").status(store.isReachable()).build();
    }
}
