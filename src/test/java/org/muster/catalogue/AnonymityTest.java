package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnonymityTest {

    private static final List<String> PLACES = List.of("山东省", "山东", "Shandong", "日照市", "日照", "Rizhao");

    @ParameterizedTest
    @CsvSource({
        "日照三奇医疗卫生用品有限公司, 三奇医用口罩, 医用口罩",
        "日照三奇医疗卫生用品有限公司, 日照三奇口罩线, 日照 口罩线",
        "日照三奇医疗卫生用品有限公司, 三奇医疗平面口罩机, 平面口罩机",
        "山东省日照市蓝海无纺布科技股份有限公司, 蓝海熔喷布 25g, 熔喷布 25g",
        "日照三奇医疗卫生用品有限公司, 医用口罩 卫生用品, 医用口罩 卫生用品",
        "日照无纺布有限公司, 无纺布 45g, 无纺布 45g",
        "日照三奇医疗卫生用品有限公司, 口罩线 电话13812345678, 口罩线 电话",
        "日照三奇医疗卫生用品有限公司, 口罩线 sales@sanqi.example, 口罩线"
    })
    void what_names_the_supplier_is_cut_and_what_names_the_trade_stays(String name, String said, String left) {
        assertThat(new Anonymity(name, null, PLACES).cut(said)).isEqualTo(left);
    }

    @Test
    void an_english_name_is_cut_in_each_of_its_parts() {
        Anonymity anonymity = new Anonymity("三奇", "Rizhao Sanqi Medical Products Co., Ltd.", PLACES);
        assertThat(anonymity.cut("SANQI medical mask line")).isEqualTo("medical mask line");
        assertThat(anonymity.cut("Medical mask line of Rizhao Sanqi Medical Products"))
                .isEqualTo("Medical mask line of");
    }
}
