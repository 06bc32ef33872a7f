package mx.trayecto.indicators.indicator;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.indicators.measure.Measure;
import mx.trayecto.platform.tenancy.TenantEntity;

/** What an indicator's measure was at each of its versions; only ever added to. Null: it was taken away. */
@Entity
@Table(name = "measure_version")
class MeasureVersion extends TenantEntity {
    @Column(name = "indicator_id")
    public UUID indicatorId;

    public int number;

    @JdbcTypeCode(SqlTypes.JSON)
    public Measure measure;

    protected MeasureVersion() {}

    MeasureVersion(Indicator indicator) {
        super(indicator.tenantId);
        indicatorId = indicator.id;
        number = indicator.measureVersion;
        measure = indicator.measure;
    }
}
