package mx.trayecto.platform.audit;

import java.util.List;

/** One page of entries, for the contract. */
public record AuditEntryPage(List<AuditEntryView> items, String nextCursor) {}
