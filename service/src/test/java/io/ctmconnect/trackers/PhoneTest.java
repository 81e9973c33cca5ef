package io.ctmconnect.trackers;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneTest {
    @ParameterizedTest
    @CsvSource({
        "+14105550177,+14105550177,US",
        "(410) 555-0177,+14105550177,US",
        "410.555.0177,+14105550177,US",
        "1 410 555 0177,+14105550177,US",
        "4105550177,+14105550177,US",
        "+1 800 555 0123,+18005550123,US",
        "+1 416 555 0123,+14165550123,CA",
        "+44 20 7946 0123,+442079460123,GB",
        "+61 2 5550 1123,+61255501123,AU",
        "+49 (0) 30 23125 123,+493023125123,DE"
    })
    void aNumberIsReadAsPeopleWriteIt(String text, String e164, String country) {
        assertThat(Phone.read(text)).contains(new Phone(e164, country));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "12345",
                "+1410555017",
                "+141055501777",
                "+11105550177",
                "555-0177",
                "+999 123 456 789",
                "call +14105550177",
                "+14105550177 ext. 5",
                "1-800-FLOWERS",
                "+1410555٠١٧٧",
                "++14105550177"
            })
    void anythingElseIsNone(String text) {
        assertThat(Phone.read(text)).isEmpty();
    }

    @Property(tries = 200)
    void everyFictitiousNumberOfTheUsaIsOne(@ForAll @IntRange(min = 100, max = 199) int last) {
        for (String area : new String[] {"202", "410", "443", "212", "310", "646", "917", "971", "602"}) {
            String number = "+1" + area + "5550" + last;
            assertThat(Phone.read(number)).contains(new Phone(number, "US"));
        }
    }

    @Property
    void whatIsReadIsReadAgain(@ForAll @StringLength(max = 20) @CharRange(from = '(', to = '9') String text) {
        Optional<Phone> phone = Phone.read(text);

        assertThat(phone.flatMap(read -> Phone.read(read.e164()))).isEqualTo(phone);
    }

    @Test
    void aNumberIsShownAsItsCountryWritesIt() {
        assertThat(Phone.formatted("+14105550177")).isEqualTo("(410) 555-0177");
        assertThat(Phone.formatted("+442079460123")).isEqualTo("020 7946 0123");
        assertThat(Phone.formatted("x")).isNull();
        assertThat(Phone.formatted(null)).isNull();
    }
}
