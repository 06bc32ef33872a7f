package mx.trayecto.programs.followup;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How she was reached. */
enum FollowUpKind {
    @JsonProperty("call")
    CALL,
    @JsonProperty("message")
    MESSAGE,
    @JsonProperty("video-call")
    VIDEO_CALL,
    @JsonProperty("visit")
    VISIT,
    @JsonProperty("meeting")
    MEETING,
    @JsonProperty("referral")
    REFERRAL,
    @JsonProperty("other")
    OTHER
}
