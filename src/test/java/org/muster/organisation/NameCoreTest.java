package org.muster.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.reference.Place;
import org.muster.reference.Places;

class NameCoreTest {

    private final Places places = new Places();

    @Test
    void one_organisation_is_written_in_many_ways() {
        List<Place> jiangyin = around("320281");
        for (String written :
                List.of("江阴市恒丰无纺布有限公司", "江阴恒丰无纺布有限责任公司", "恒丰无纺布（江阴）有限公司", "江苏省江阴市恒丰无纺布厂", "恒丰无纺布股份有限公司")) {
            assertThat(NameCore.of(written, jiangyin)).as(written).isEqualTo("恒丰无纺布");
        }
        assertThat(NameCore.of("Hengfeng Nonwovens Co., Ltd.", jiangyin))
                .isEqualTo(NameCore.of("HENGFENG NONWOVENS LIMITED", jiangyin));
    }

    @Test
    void another_name_stays_another() {
        assertThat(NameCore.of("江阴恒丰无纺布有限公司", around("320281")))
                .isNotEqualTo(NameCore.of("江阴恒通无纺布有限公司", around("320281")));
        // Where it does not sit is part of its name.
        assertThat(NameCore.of("武汉恒丰无纺布有限公司", around("320281"))).isEqualTo("武汉恒丰无纺布");
    }

    @Test
    void a_name_of_which_nothing_would_be_left_stays() {
        assertThat(NameCore.of("江阴公司", around("320281"))).isEqualTo("江阴");
        assertThat(NameCore.of("工厂", around("320281"))).isEqualTo("工厂");
    }

    private List<Place> around(String code) {
        Place place = places.byCode(code).orElseThrow();
        return List.of(place, places.city(place).orElseThrow(), places.province(place));
    }
}
