package io.ctmconnect.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorCodeTest {
    @ParameterizedTest
    @CsvSource({
        "VALIDATION_FAILED,400",
        "INVALID_ID,400",
        "MALFORMED_JSON,400",
        "UNAUTHORIZED,401",
        "TOKEN_INVALIDATED,401",
        "INVALID_CREDENTIALS,401",
        "INVALID_SIGNATURE,401",
        "FORBIDDEN,403",
        "RECORD_NOT_FOUND,404",
        "NOT_FOUND,404",
        "METHOD_NOT_ALLOWED,405",
        "NOT_ACCEPTABLE,406",
        "UNSUPPORTED_MEDIA_TYPE,415",
        "PAYLOAD_TOO_LARGE,413",
        "CONFLICT,409",
        "TRACKER_SHARED_SOURCE,409",
        "IDEMPOTENCY_KEY_REUSED,409",
        "CTM_REJECTED,400",
        "CTM_RATE_LIMITED,429",
        "CTM_UNAVAILABLE,502",
        "UNAVAILABLE,503",
        "INTERNAL,500"
    })
    void theContractsCodesHaveTheContractsStatus(ErrorCode code, int status) {
        assertThat(code.status()).isEqualTo(status);
    }

    @Test
    void theContractsTextsAreExact() {
        assertThat(ErrorCode.TOKEN_INVALIDATED.message()).isEqualTo("TOKEN_INVALIDATED");
        assertThat(ErrorCode.RECORD_NOT_FOUND.message()).isEqualTo("Record Not found!");
    }

    @Test
    void everyErrorStatusHasACodeOfItsClass() {
        assertThat(IntStream.range(400, 600))
                .allSatisfy(status ->
                        assertThat(ErrorCode.ofStatus(status).status() / 100).isEqualTo(status / 100));
    }

    @ParameterizedTest
    @CsvSource({
        "400,BAD_REQUEST",
        "401,UNAUTHORIZED",
        "403,FORBIDDEN",
        "404,NOT_FOUND",
        "405,METHOD_NOT_ALLOWED",
        "406,NOT_ACCEPTABLE",
        "409,CONFLICT",
        "413,PAYLOAD_TOO_LARGE",
        "414,URI_TOO_LONG",
        "415,UNSUPPORTED_MEDIA_TYPE",
        "416,RANGE_NOT_SATISFIABLE",
        "418,BAD_REQUEST",
        "431,HEADERS_TOO_LARGE",
        "500,INTERNAL",
        "501,INTERNAL",
        "503,UNAVAILABLE"
    })
    void aStatusOfTheHttpLayerHasItsOwnCode(int status, ErrorCode expected) {
        assertThat(ErrorCode.ofStatus(status)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void aCodeIsItsConstantsNameOnTheWire(ErrorCode code) {
        ErrorBody body = ApiException.of(code).body();

        assertThat(body).isEqualTo(new ErrorBody(false, code.status(), code.message(), code.name(), null, null));
        assertThat(body.message()).isNotBlank();
    }

    @Test
    void anOccasionMayChangeTextStatusAndWait() {
        ApiException error = ApiException.of(ErrorCode.CTM_REJECTED, "number not available")
                .withStatus(406)
                .withRetryAfter(Duration.ofSeconds(3));

        assertThat(error.body())
                .isEqualTo(new ErrorBody(false, 406, "number not available", "CTM_REJECTED", null, null));
        assertThat(error.retryAfter()).isEqualTo(Duration.ofSeconds(3));
        assertThat(error.withStatus(409).retryAfter()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whatStandsIsNamedForPeopleAndForPrograms() {
        Standing source = new Standing("source", "TSO1", "created", "the source TSO1 was created");
        Standing number = new Standing("number", null, "unknown", "the number may be bought");
        ApiException error = ApiException.of(ErrorCode.CTM_REJECTED, "no funds").withStatus(406);

        ApiException halfway = error.withStands(List.of(source, number)).withRetryAfter(Duration.ofSeconds(3));

        assertThat(halfway.body())
                .isEqualTo(new ErrorBody(
                        false,
                        406,
                        "no funds; what stands: the source TSO1 was created; the number may be bought",
                        "CTM_REJECTED",
                        null,
                        List.of(source, number)));
        assertThat(halfway.stands()).containsExactly(source, number);
        assertThat(error.withStands(List.of()).body()).isEqualTo(error.body());
        assertThat(error.stands()).isEmpty();
    }
}
