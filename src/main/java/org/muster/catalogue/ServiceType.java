package org.muster.catalogue;

/** What sort of service: 灭菌, 检测, 运输, 班组, 金融, 技术; anything else is another one. */
public enum ServiceType {
    STERILISATION,
    TESTING,
    TRANSPORT,
    CREW,
    FINANCE,
    KNOW_HOW,
    OTHER
}
