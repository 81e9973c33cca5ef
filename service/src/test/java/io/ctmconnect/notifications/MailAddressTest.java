package io.ctmconnect.notifications;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.UnsupportedEncodingException;

import static org.assertj.core.api.Assertions.assertThat;

class MailAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-reply@example.com||no-reply@example.com",
                "Acme <no-reply@example.com>|Acme|no-reply@example.com",
                "Acme, Inc. <a@example.com>|Acme, Inc.|a@example.com",
                "\"Acme \\\"Best\\\" Inc.\" <a@example.com>|Acme \"Best\" Inc.|a@example.com",
                "Zahnärzte 🦷 <a@example.com>|Zahnärzte 🦷|a@example.com",
                "<a+b@mail.example.com>||a+b@mail.example.com"
            })
    void aNameMayComeBeforeTheAddress(String text, String name, String address) {
        MailAddress read = MailAddress.of(text).orElseThrow();

        assertThat(read).isEqualTo(new MailAddress(name == null ? "" : name, address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Acme",
                "a@",
                "@example.com",
                "a@b@example.com",
                "a b@example.com",
                "Acme <a@example.com> x",
                "a@example.com, b@example.com",
                "a@example.com\nBcc: b@example.com",
                "Acme\r\nBcc: x <a@example.com>",
                "jürgen@example.com",
                "a@exämple.com",
                "a@-example.com",
                "a@example.com-"
            })
    void whatIsNotOneAddressIsNone(String text) {
        assertThat(MailAddress.of(text)).isEmpty();
    }

    @Property
    void aHeaderSaysTheNameAndTheAddress(@ForAll @StringLength(max = 200) String any)
            throws AddressException, UnsupportedEncodingException {
        String name = AccountNames.oneLine(any).replaceAll("[\\p{Cs}\\p{Cn}]", "");
        String header = new MailAddress(name, "a@example.com").header();

        InternetAddress read = new InternetAddress(header.replace("\r\n ", " "), true);
        assertThat(read.getAddress()).isEqualTo("a@example.com");
        assertThat(read.getPersonal() == null ? "" : read.getPersonal()).isEqualTo(name);
    }

    @Property
    void anEncodedTextIsTheText(@ForAll @StringLength(max = 200) String any) throws UnsupportedEncodingException {
        String text = AccountNames.oneLine(any).replaceAll("[\\p{Cs}\\p{Cn}]", "");
        String encoded = MailAddress.encoded(text);

        assertThat(MimeUtility.decodeText(encoded.replace("\r\n ", " "))).isEqualTo(text);
        assertThat(encoded).matches("\\p{ASCII}*");
        assertThat(encoded.lines().skip(1))
                .allSatisfy(line -> assertThat(line.length()).isLessThan(78));
    }

    @Test
    void charactersAreNotCutInHalves() throws UnsupportedEncodingException {
        String teeth = "🦷".repeat(40);

        assertThat(MimeUtility.decodeText(MailAddress.encoded(teeth).replace("\r\n ", " ")))
                .isEqualTo(teeth);
    }

    @Test
    void itNeverPrints() {
        assertThat(MailAddress.of("Acme <a@example.com>")).hasToString("Optional[***]");
    }
}
