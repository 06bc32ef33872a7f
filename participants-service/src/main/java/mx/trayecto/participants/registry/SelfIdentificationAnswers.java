package mx.trayecto.participants.registry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.participants.attributes.SelfIdentification;

/** Two separate questions; both can be yes. */
@Schema(name = "SelfIdentificationAnswers", description = "Two separate questions; both can be yes")
record SelfIdentificationAnswers(SelfIdentification indigenous, SelfIdentification afroMexican) {}
