package org.muster.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Particulars.KnowHow;
import org.muster.catalogue.Particulars.Line;
import org.muster.catalogue.Particulars.Machine;
import org.muster.catalogue.Particulars.Service;
import org.muster.catalogue.Particulars.Sterilisation;
import org.muster.catalogue.Particulars.Stock;
import org.muster.catalogue.Particulars.Transport;

/** The words under which particulars are found, in both languages, and what is left of them when the supplier is to stay unnamed. */
final class ParticularsWords {

    private ParticularsWords() {}

    static List<String> of(Particulars particulars) {
        List<String> words = new ArrayList<>();
        if (particulars instanceof Line line) {
            words.addAll(line.handles());
            words.add(of(line.cleanRoom()));
        } else if (particulars instanceof Machine machine) {
            words.add(machine.forSale() ? "出售 for sale" : "");
            words.add(machine.forLease() ? "设备租赁 equipment rental" : "");
            words.add(machine.onSite() ? "到厂使用 use on site" : "");
        } else if (particulars instanceof Service service) {
            words.add(of(service.type()));
            if (service instanceof Sterilisation sterilisation) {
                words.add(of(sterilisation.method()));
            } else if (service instanceof Transport transport) {
                words.add(Objects.requireNonNullElse(transport.vehicle(), ""));
            } else if (service instanceof KnowHow knowHow) {
                words.add(Objects.requireNonNullElse(knowHow.handedOver(), ""));
            }
        }
        return words.stream().filter(word -> !word.isEmpty()).toList();
    }

    private static String of(@Nullable CleanRoom room) {
        if (room == null) {
            return "";
        }
        return switch (room) {
            case NONE -> "";
            case CLASS_300000 -> "三十万级洁净车间 class 300,000 clean room";
            case CLASS_100000 -> "十万级洁净车间 ISO 8 class 100,000 clean room";
            case CLASS_10000 -> "万级洁净车间 ISO 7 class 10,000 clean room";
            case CLASS_1000 -> "千级洁净车间 ISO 6 class 1,000 clean room";
            case CLASS_100 -> "百级洁净车间 ISO 5 class 100 clean room";
        };
    }

    private static String of(ServiceType type) {
        return switch (type) {
            case STERILISATION -> "灭菌服务 sterilisation";
            case TESTING -> "检测服务 testing";
            case TRANSPORT -> "运输服务 transport";
            case CREW -> "班组 crew";
            case FINANCE -> "金融服务 finance";
            case KNOW_HOW -> "技术支持 know-how";
            case OTHER -> "";
        };
    }

    private static String of(@Nullable SterilisationMethod method) {
        if (method == null) {
            return "";
        }
        return switch (method) {
            case ETHYLENE_OXIDE -> "环氧乙烷灭菌 ethylene oxide EO";
            case GAMMA -> "伽马辐照灭菌 gamma irradiation";
            case ELECTRON_BEAM -> "电子束辐照灭菌 electron beam";
            case STEAM -> "湿热蒸汽灭菌 steam autoclave";
            case PLASMA -> "过氧化氢等离子灭菌 hydrogen peroxide plasma";
            case OTHER -> "";
        };
    }

    /** Figures and classes stay; names in free words are cut, and a batch, which leads to its maker, is not told. */
    static Particulars masked(Particulars particulars, Anonymity anonymity) {
        if (particulars instanceof Line line) {
            return new Line(anonymity.cut(line.handles()), line.cleanRoom());
        }
        if (particulars instanceof Stock stock) {
            return new Stock(null, stock.bestBefore());
        }
        if (particulars instanceof Transport transport) {
            return new Transport(
                    anonymity.cutOrNull(transport.vehicle()),
                    transport.payload(),
                    transport.cargo(),
                    transport.coldest(),
                    transport.warmest());
        }
        if (particulars instanceof KnowHow knowHow) {
            return new KnowHow(anonymity.cutOrNull(knowHow.handedOver()), knowHow.termDays());
        }
        return particulars;
    }
}
