package io.ctmconnect.app;

import io.ctmconnect.auth.AuthSettings;
import io.ctmconnect.callstore.ReadingSettings;
import io.ctmconnect.console.ConsoleSettings;
import io.ctmconnect.ctm.CtmSettings;
import io.ctmconnect.http.PublicAddress;
import io.ctmconnect.notifications.FcmSettings;
import io.ctmconnect.notifications.LinkSettings;
import io.ctmconnect.notifications.MailSettings;
import io.ctmconnect.platform.PlatformSettings;
import io.ctmconnect.settings.Environment;
import io.ctmconnect.webhooks.WebhookSettings;

/**
 * All that the environment configures. Each part belongs to the package that uses it.
 *
 * @param port {@code PORT}: where the service listens; 0 for any that is free
 * @param console whether there is a console
 * @param publicAddress {@code PUBLIC_BASE_URL}: where callers reach the service
 * @param auth how callers' tokens are verified
 * @param ctm how CTM is called
 * @param platform the platform's names
 * @param webhooks how call events are taken
 * @param reading how calls are read that no event has told of
 * @param links where notices lead
 * @param push how push notices are sent
 * @param mail how mail is sent
 * @param store where documents are kept
 * @param encryption what stored credentials are sealed with
 */
record Configuration(
        int port,
        ConsoleSettings console,
        PublicAddress publicAddress,
        AuthSettings auth,
        CtmSettings ctm,
        PlatformSettings platform,
        WebhookSettings webhooks,
        ReadingSettings reading,
        LinkSettings links,
        FcmSettings push,
        MailSettings mail,
        StoreSettings store,
        EncryptionSettings encryption) {

    /** Reads every key; what is wrong with them is in {@link Environment#problems()} then. */
    static Configuration of(Environment environment) {
        int port = environment.integer("PORT", 5003, 0, 65_535);
        StoreSettings store = StoreSettings.of(environment);
        return new Configuration(
                port,
                ConsoleSettings.of(environment),
                new PublicAddress(environment.httpAddress("PUBLIC_BASE_URL", "http://localhost:" + port)),
                AuthSettings.of(environment),
                CtmSettings.of(environment),
                PlatformSettings.of(environment),
                WebhookSettings.of(environment),
                ReadingSettings.of(environment),
                LinkSettings.of(environment),
                FcmSettings.of(environment),
                MailSettings.of(environment),
                store,
                EncryptionSettings.of(environment, store));
    }
}
