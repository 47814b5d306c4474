package org.muster.paper;

/** What sort of paper it is. */
public enum PaperKind {
    /** 调拨单 */
    ALLOCATION_ORDER,
    /** 采购函 */
    PURCHASE_LETTER,
    /** 介绍信 */
    INTRODUCTION_LETTER,
    /** 车辆通行申请 */
    VEHICLE_PASS
}
