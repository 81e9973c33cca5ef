package io.ctmconnect.notifications;

import io.ctmconnect.credentials.IntegrationNotice;

/** The short texts of notices. What a mail says at length is in the templates, see {@link MailTemplates}. */
final class NoticeTexts {
    private NoticeTexts() {}

    /** A push's title. */
    static String title(IntegrationNotice.Type type) {
        return switch (type) {
            case PROJECT_ADDED -> "Call Tracking Metrics connected";
            case INTEGRATION_DISCONNECTED -> "Call Tracking Metrics disconnected";
        };
    }

    /** A push's text. */
    static String body(IntegrationNotice.Type type, String account) {
        return switch (type) {
            case PROJECT_ADDED -> account + " is now connected to Call Tracking Metrics.";
            case INTEGRATION_DISCONNECTED -> account + " is no longer connected to Call Tracking Metrics.";
        };
    }

    /** A mail's subject. */
    static String subject(IntegrationNotice.Type type, String account) {
        return switch (type) {
            case PROJECT_ADDED -> "Call Tracking Metrics was connected to " + account;
            case INTEGRATION_DISCONNECTED -> "Call Tracking Metrics was disconnected from " + account;
        };
    }
}
