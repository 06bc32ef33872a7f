package mx.trayecto.participants.collectives;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

/** What a membership should have said from the beginning. */
record CorrectMember(@NotNull MemberRole role, @NotNull LocalDate joinedOn, LocalDate leftOn) {
    static CorrectMember of(Member m) {
        return new CorrectMember(m.role, m.joinedOn, m.leftOn);
    }
}
