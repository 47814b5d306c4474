package org.muster.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhoneNumberTest {

    @Test
    void one_number_written_in_many_ways_is_one_number() {
        Map<String, List<String>> writings = Map.of(
                "13812345678",
                List.of(
                        "13812345678",
                        "138 1234 5678",
                        "138-1234-5678",
                        "+86 138-1234-5678",
                        "0086 13812345678",
                        "８６１３８１２３４５６７８",
                        "013812345678"),
                "0510-86781234",
                List.of("0510-86781234", "0510 8678 1234", "(0510)86781234", "051086781234", "+86 510 86781234"),
                "0510-86781234-806",
                List.of("0510-86781234-806", "0510-86781234转806", "0510－86781234－806"),
                "010-62345678",
                List.of("010-62345678", "01062345678", "+86 10 6234 5678"),
                "400-123-4567",
                List.of("400-123-4567", "4001234567", "400 1234567"),
                "+4915112345678",
                List.of("+49 151 12345678", "0049 151 12345678"));
        writings.forEach((number, all) -> assertThat(all)
                .allSatisfy(writing -> assertThat(PhoneNumber.read(writing)).contains(new PhoneNumber(number))));
    }

    @Test
    void what_nobody_can_dial_is_no_number() {
        for (String typed :
                List.of("", " ", "12345", "1381234567", "138123456789", "62345678", "+86 999", "12812345678", "电话")) {
            assertThat(PhoneNumber.read(typed)).as(typed).isEqualTo(Optional.empty());
        }
    }
}
