package org.muster.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameKeyTest {

    @Test
    void two_spellings_of_one_name_are_one_key() {
        assertThat(List.of("江苏（江阴）纺织有限公司", "江苏(江阴)纺织有限公司", "江苏 江阴 纺织 有限公司", "江苏江阴纺织有限公司"))
                .extracting(NameKey::of)
                .containsOnly(new NameKey("江苏江阴纺织有限公司"));
        assertThat(List.of("ABC Textile Co., Ltd.", "ＡＢＣ textile co ltd"))
                .extracting(NameKey::of)
                .containsOnly(new NameKey("abctextilecoltd"));
    }

    @Test
    void two_names_stay_two() {
        assertThat(NameKey.of("江阴第一纺织厂")).isNotEqualTo(NameKey.of("江阴第二纺织厂"));
    }

    @Test
    void signs_alone_are_no_name() {
        assertThat(NameKey.of("（）·、!").value()).isEmpty();
    }
}
