package io.ctmconnect.ctm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CtmPageTest {
    private static CtmPage<CtmNumber> page(String answer, int number, int size) {
        return CtmPage.of(Json.of(answer), "numbers", new CtmPage.Asked(number, size), CtmNumber::of);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[{'id':'TPN1'}], 'next_page': 2|false",
                "[{'id':'TPN1'}], 'next_page': 'https://x/?page=2'|false",
                "[{'id':'TPN1'}], 'next_page': null, 'total_entries': 3|false",
                "[{'id':'TPN1'}], 'next_page': null, 'total_entries': 2|true",
                "[{'id':'TPN1'},{'id':'TPN2'}]|false",
                "[{'id':'TPN1'}]|true",
                "[], 'next_page': 2|true"
            })
    void itIsTheLastWhenNothingSaysThatThereIsMore(String answer, boolean last) {
        assertThat(page("{'numbers':" + answer + "}", 1, 2).isLast()).isEqualTo(last);
    }

    @Test
    void whatIsNoItemIsLeftOut() {
        CtmPage<CtmNumber> page = page("{'numbers':[{'id':'TPN1'},{},null,7],'total_entries':'9'}", 1, 2);

        assertThat(page.items()).extracting(CtmNumber::id).containsExactly("TPN1");
        assertThat(page.totalEntries()).isEqualTo(9);
        assertThat(page("{}", 1, 2).items()).isEmpty();
    }
}
