package io.ctmconnect.notifications;

import io.ctmconnect.platform.PlatformAccounts;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What an account is called in a notice. Its name is anybody's text: it becomes one short line. */
@Singleton
class AccountNames {
    private static final int LONGEST = 80;

    private final PlatformAccounts accounts;

    AccountNames(PlatformAccounts accounts) {
        this.accounts = accounts;
    }

    /** The account's name as this recipient is told it. */
    String in(AddressedNotice notice) {
        String name = oneLine(accounts.find(notice.notice().account()).name());
        if (!name.isEmpty()) {
            return name;
        }
        return notice.isForAgency() ? "A sub-account" : "Your account";
    }

    /** Without line breaks, control and invisible formatting characters, and cut where it is too long. */
    static String oneLine(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String line = text.replaceAll("\\p{Cf}", "")
                .replaceAll("[\\s\\p{Cntrl}\\p{Z}]+", " ")
                .strip();
        return line.codePointCount(0, line.length()) > LONGEST
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST)).strip() + "…"
                : line;
    }
}
