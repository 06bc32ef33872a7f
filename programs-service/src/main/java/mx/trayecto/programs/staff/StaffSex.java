package mx.trayecto.programs.staff;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Sex as figures of staff are broken down by; absent where it is not stated. */
enum StaffSex {
    @JsonProperty("female")
    FEMALE,
    @JsonProperty("male")
    MALE
}
