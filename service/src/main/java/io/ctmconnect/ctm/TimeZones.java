package io.ctmconnect.ctm;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Time zones by CTM's names for them: IANA's, or those of Rails. A Rails name is a place ({@code Berlin}), which mostly is
 * the last part of an IANA name too; the table has the others.
 */
final class TimeZones {
    private static final Map<String, String> NOT_BY_PLACE = Map.ofEntries(
            Map.entry("International Date Line West", "Pacific/Midway"),
            Map.entry("Midway Island", "Pacific/Midway"),
            Map.entry("American Samoa", "Pacific/Pago_Pago"),
            Map.entry("Samoa", "Pacific/Apia"),
            Map.entry("Hawaii", "Pacific/Honolulu"),
            Map.entry("Alaska", "America/Anchorage"),
            Map.entry("Pacific Time (US & Canada)", "America/Los_Angeles"),
            Map.entry("Mountain Time (US & Canada)", "America/Denver"),
            Map.entry("Arizona", "America/Phoenix"),
            Map.entry("Central Time (US & Canada)", "America/Chicago"),
            Map.entry("Saskatchewan", "America/Regina"),
            Map.entry("Guadalajara", "America/Mexico_City"),
            Map.entry("Central America", "America/Guatemala"),
            Map.entry("Eastern Time (US & Canada)", "America/New_York"),
            Map.entry("Indiana (East)", "America/Indiana/Indianapolis"),
            Map.entry("Quito", "America/Guayaquil"),
            Map.entry("Atlantic Time (Canada)", "America/Halifax"),
            Map.entry("Newfoundland", "America/St_Johns"),
            Map.entry("Brasilia", "America/Sao_Paulo"),
            Map.entry("Georgetown", "America/Guyana"),
            Map.entry("Greenland", "America/Nuuk"),
            Map.entry("Mid-Atlantic", "Atlantic/South_Georgia"),
            Map.entry("Cape Verde Is.", "Atlantic/Cape_Verde"),
            Map.entry("Edinburgh", "Europe/London"),
            Map.entry("Bern", "Europe/Zurich"),
            Map.entry("West Central Africa", "Africa/Algiers"),
            Map.entry("Pretoria", "Africa/Johannesburg"),
            Map.entry("St. Petersburg", "Europe/Moscow"),
            Map.entry("Abu Dhabi", "Asia/Dubai"),
            Map.entry("Ekaterinburg", "Asia/Yekaterinburg"),
            Map.entry("Islamabad", "Asia/Karachi"),
            Map.entry("Astana", "Asia/Almaty"),
            Map.entry("Chennai", "Asia/Kolkata"),
            Map.entry("Mumbai", "Asia/Kolkata"),
            Map.entry("New Delhi", "Asia/Kolkata"),
            Map.entry("Sri Jayawardenepura", "Asia/Colombo"),
            Map.entry("Hanoi", "Asia/Bangkok"),
            Map.entry("Beijing", "Asia/Shanghai"),
            Map.entry("Osaka", "Asia/Tokyo"),
            Map.entry("Sapporo", "Asia/Tokyo"),
            Map.entry("Solomon Is.", "Pacific/Guadalcanal"),
            Map.entry("New Caledonia", "Pacific/Noumea"),
            Map.entry("Marshall Is.", "Pacific/Majuro"),
            Map.entry("Wellington", "Pacific/Auckland"),
            Map.entry("Nuku'alofa", "Pacific/Tongatapu"),
            Map.entry("Tokelau Is.", "Pacific/Fakaofo"),
            Map.entry("Chatham Is.", "Pacific/Chatham"));

    private TimeZones() {}

    /** The zone, or empty when the name is not known. */
    static Optional<ZoneId> named(String name) {
        String ofRails = NOT_BY_PLACE.get(name);
        return zone(ofRails == null ? name : ofRails).or(() -> ofPlace(name));
    }

    private static Optional<ZoneId> ofPlace(String place) {
        String end = "/" + place.replace(' ', '_');
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.endsWith(end))
                .sorted()
                .findFirst()
                .flatMap(TimeZones::zone);
    }

    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
