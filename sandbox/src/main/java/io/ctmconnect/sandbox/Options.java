package io.ctmconnect.sandbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Options of the command line, each with an environment variable behind it and a default behind that. */
final class Options {

    private static final List<String> NAMES =
            List.of("port", "host", "smtp-port", "fcm-credentials", "seed", "days", "today");
    private static final int DEFAULT_PORT = 4_010;
    private static final int DEFAULT_SMTP_PORT = 4_025;

    private Options() {}

    /** The options given, by name. */
    static Map<String, String> of(String[] args, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (String name : NAMES) {
            String value = environment.getOrDefault(variable(name), "");
            if (!value.isBlank()) {
                given.put(name, value);
            }
        }
        for (int i = 0; i < args.length; i += 2) {
            String name = args[i].replaceFirst("^--", "");
            if (!NAMES.contains(name) || i + 1 == args.length) {
                throw new IllegalArgumentException("unknown option or no value: " + args[i]);
            }
            given.put(name, args[i + 1]);
        }
        return given;
    }

    private static String variable(String name) {
        return "SANDBOX_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The settings that options stand for. */
    static SandboxSettings settings(Map<String, String> options) {
        SandboxSettings defaults = SandboxSettings.defaults();
        SandboxSettings settings = defaults.withHost(options.getOrDefault("host", defaults.host()))
                .withPort((int) number(options, "port", DEFAULT_PORT, 65_535))
                .withSmtpPort((int) number(options, "smtp-port", DEFAULT_SMTP_PORT, 65_535))
                .withSeed(number(options, "seed", defaults.seed(), Long.MAX_VALUE))
                .withDays((int) number(options, "days", defaults.days(), 3_650));
        return options.containsKey("today") ? settings.withToday(day(options.getOrDefault("today", ""))) : settings;
    }

    private static long number(Map<String, String> options, String name, long otherwise, long most) {
        String text = options.getOrDefault(name, Long.toString(otherwise));
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) > most) {
            throw new IllegalArgumentException(name + " must be a number from 0 to " + most + ", not " + text);
        }
        return Long.parseLong(text);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("today must be a date such as 2026-03-17, not " + text, e);
        }
    }
}
