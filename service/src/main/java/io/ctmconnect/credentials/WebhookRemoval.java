package io.ctmconnect.credentials;

import io.ctmconnect.ctm.CtmAccess;
import io.ctmconnect.ctm.CtmApi;
import io.ctmconnect.ctm.CtmException;
import io.ctmconnect.platform.CampaignWebhook;
import io.ctmconnect.platform.Campaigns;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Removes from CTM the webhooks that feed an account's campaigns, as well as that goes: a failure is only logged. */
@Singleton
class WebhookRemoval {
    private static final Logger LOG = Logger.getLogger(WebhookRemoval.class);
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final CtmApi ctm;
    private final KeyRenewals renewals;
    private final Campaigns campaigns;

    WebhookRemoval(CtmApi ctm, KeyRenewals renewals, Campaigns campaigns) {
        this.ctm = ctm;
        this.renewals = renewals;
        this.campaigns = campaigns;
    }

    /**
     * Removes all of them within 5 seconds, with the credentials of the connection that has ended. CTM is not asked when it
     * refuses these.
     */
    void removeAll(Connection ended) {
        List<CampaignWebhook> webhooks = campaigns.webhooks(ended.account());
        if (webhooks.isEmpty()
                || ended.tokenInvalidated()
                || ended.credentials().isEmpty()) {
            return;
        }
        ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
        Future<?> removal = thread.submit(() -> removeAll(ended, webhooks));
        thread.shutdown();
        try {
            removal.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("webhooks were not all removed from CTM", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            thread.shutdownNow();
        }
    }

    private void removeAll(Connection ended, List<CampaignWebhook> webhooks) {
        CtmAccess access = ended.access();
        if (isRefused(access, webhooks)) {
            renewals.login(ended)
                    .map(fresh -> new CtmAccess(access.connection(), fresh))
                    .filter(fresh -> !isRefused(fresh, webhooks))
                    .ifPresentOrElse(_ -> {}, () -> LOG.warn("webhooks were not removed: CTM refuses the credentials"));
        }
    }

    private boolean isRefused(CtmAccess access, List<CampaignWebhook> webhooks) {
        try {
            webhooks.stream()
                    .takeWhile(_ -> !Thread.currentThread().isInterrupted())
                    .forEach(webhook -> remove(access, webhook));
            return false;
        } catch (CtmException.Unauthorized _) {
            return true;
        }
    }

    private void remove(CtmAccess access, CampaignWebhook webhook) {
        try {
            ctm.deleteWebhook(access, webhook.ctmAccount(), webhook.id());
        } catch (CtmException.NotFound _) {
            LOG.debugf("webhook %s was gone", webhook.id());
        } catch (CtmException.Unauthorized e) {
            throw e;
        } catch (CtmException e) {
            LOG.warnf(e, "webhook %s of CTM account %s was not removed", webhook.id(), webhook.ctmAccount());
        }
    }
}
