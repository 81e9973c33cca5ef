package io.ctmconnect.sandbox.seed;

import java.util.List;
import java.util.Locale;

/**
 * A caller. The same index of the same account is always the same person.
 *
 * @param number the person's place among the account's callers, from 0
 */
record Person(int number, String first, String last, Phone phone, City city) {

    /** How many different callers a list of cities yields. */
    static int countIn(List<City> cities) {
        return cities.size() * 100;
    }

    private static final List<String> FIRST = List.of(
            "Dana", "Marcus", "Elena", "Priya", "Tomas", "Grace", "Hassan", "Ingrid", "Jorge", "Keiko", "Liam", "Maya",
            "Noah", "Olivia", "Pedro", "Quinn", "Rosa", "Samuel", "Tara", "Uma", "Victor", "Wendy", "Xavier", "Yara",
            "Zoë", "André", "Bianca");
    private static final List<String> LAST = List.of(
            "Whitfield",
            "Okafor",
            "Lindqvist",
            "Ramírez",
            "Chen",
            "Novak",
            "O'Brien",
            "Patel",
            "Schröder",
            "Thompson",
            "Vasquez",
            "Yamamoto",
            "Abbott",
            "Beaumont",
            "Castellano",
            "Delgado",
            "Eriksen",
            "Foster",
            "Goldberg",
            "Haddad",
            "Ivanov",
            "Jensen",
            "Kowalski");

    static Person of(int index, List<City> cities) {
        City city = cities.get(index % cities.size());
        Phone phone = new Phone(city.area(), index / cities.size() % 100);
        return new Person(index, FIRST.get(index % FIRST.size()), LAST.get(index * 7 % LAST.size()), phone, city);
    }

    String name() {
        return first + " " + last;
    }

    /** As telephone networks print it. */
    String callerIdName() {
        return (last + " " + first.charAt(0)).toUpperCase(Locale.ROOT);
    }

    String email() {
        return "caller" + number + "@example.com";
    }

    String street() {
        return (number * 13 % 900 + 1) + " Elm St";
    }
}
