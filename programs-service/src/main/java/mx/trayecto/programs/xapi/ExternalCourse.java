package mx.trayecto.programs.xapi;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import mx.trayecto.platform.tenancy.TenantEntity;

/** A course of a learning platform, and the module that it is. */
@Entity
@Table(name = "external_course")
class ExternalCourse extends TenantEntity {
    String course;

    @Column(name = "program_id")
    UUID programId;

    @Column(name = "module_code")
    String moduleCode;

    protected ExternalCourse() {}

    ExternalCourse(UUID tenant, MapCourse command) {
        super(tenant);
        describe(command);
    }

    void describe(MapCourse command) {
        course = command.course();
        programId = command.program();
        moduleCode = command.module();
    }
}
