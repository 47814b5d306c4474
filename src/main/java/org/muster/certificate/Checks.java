package org.muster.certificate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Checks implements PanacheRepositoryBase<CertificateCheck, UUID> {

    List<CertificateCheck> of(CertificateId certificate) {
        return list("certificateId = ?1 order by checkedAt desc, id", certificate.value());
    }
}
