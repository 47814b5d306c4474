package org.muster.emergency;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row of needs, cell by cell as it was written; any of them may be blank.
 *
 * @param row its number in the file, from 1
 * @param whole the row as it stood
 */
public record WrittenNeed(
        int row,
        String whole,
        String institution,
        String province,
        String city,
        String county,
        String place,
        String item,
        String specification,
        String amount,
        String unit,
        String neededOn,
        String staff,
        String days,
        String contactName,
        String contactMobile) {

    /** As a form asks for it. */
    public static WrittenNeed typed(
            String institution,
            String place,
            String item,
            String specification,
            String amount,
            String unit,
            String neededOn,
            String staff,
            String days,
            String contactName,
            String contactMobile) {
        String whole = Stream.of(
                        institution, place, item, specification, amount + unit, neededOn, staff, days, contactName)
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" | "));
        return new WrittenNeed(
                1,
                whole,
                institution,
                "",
                "",
                "",
                place,
                item,
                specification,
                amount,
                unit,
                neededOn,
                staff,
                days,
                contactName,
                contactMobile);
    }

    boolean isBlank() {
        return List.of(institution, item, amount, specification).stream().allMatch(String::isBlank);
    }
}
