package mx.trayecto.platform.app;

import java.util.UUID;

import jakarta.persistence.Entity;

import mx.trayecto.platform.tenancy.TenantEntity;

@Entity
class Note extends TenantEntity {
    public String title;
    public byte[] sealed;

    protected Note() {}

    Note(UUID tenant, String title) {
        super(tenant);
        this.title = title;
    }

    void rename(String to) {
        title = to;
    }
}
