package io.github.hlr4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.spi.HttpReply;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # Retry-After                 | Date                          | wait
            0                             | -                             | PT0S
            1                             | -                             | PT1S
            60                            | -                             | PT1M
            ' 60 '                        | -                             | PT1M
            060                           | -                             | PT1M
            86400                         | -                             | PT24H
            Mon, 05 Mar 2018 10:35:52 GMT | Mon, 05 Mar 2018 10:34:52 GMT | PT1M
            Mon, 5 Mar 2018 10:35:52 GMT  | ' Mon, 5 Mar 2018 10:34:52 GMT ' | PT1M
            Mon, 05 Mar 2018 10:34:52 GMT | Mon, 05 Mar 2018 10:34:52 GMT | PT0S
            Tue, 06 Mar 2018 10:34:52 GMT | Mon, 05 Mar 2018 10:34:52 GMT | PT24H
            # absent, unreadable, negative or beyond a day
            -                             | -                             | -
            ''                            | -                             | -
            -1                            | -                             | -
            +60                           | -                             | -
            60s                           | -                             | -
            60.5                          | -                             | -
            1e3                           | -                             | -
            86401                         | -                             | -
            1000000                       | -                             | -
            99999999999999999999          | -                             | -
            '6 0'                         | -                             | -
            '1, 2'                        | -                             | -
            Mon, 05 Mar 2018 10:35:52 GMT | -                             | -
            Mon, 05 Mar 2018 10:35:52 GMT | yesterday                     | -
            tomorrow                      | Mon, 05 Mar 2018 10:34:52 GMT | -
            Mon, 05 Mar 2018 10:34:51 GMT | Mon, 05 Mar 2018 10:34:52 GMT | -
            Tue, 06 Mar 2018 10:34:53 GMT | Mon, 05 Mar 2018 10:34:52 GMT | -
            Fri, 30 Feb 2018 10:34:52 GMT | Mon, 05 Mar 2018 10:34:52 GMT | -
            """)
    void documented_D04_readsASaneRetryAfterAndDropsOthers(String retryAfter, String date, Duration wait) {
        Map<String, String> headers = new HashMap<>();
        headers.put("retry-after", retryAfter);
        headers.put("DATE", date);

        assertThat(RetryAfter.read(new HttpReply(429, headers, new byte[0])).orElse(null))
                .isEqualTo(wait);
    }
}
