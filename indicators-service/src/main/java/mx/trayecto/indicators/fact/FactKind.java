package mx.trayecto.indicators.fact;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What counts. One fact stands for one thing of a kind: one enrolment, one attendance, one graduation. */
public enum FactKind {
    APPLIED("applied"),
    ENROLLED("enrolled"),
    ATTENDED("attended"),
    COMPLETED("completed"),
    GRADUATED("graduated"),
    RECOGNISED("recognised"),
    MENTORED("mentored"),
    FOLLOWED_UP("followed-up"),
    WITHDRAWN("withdrawn"),
    ANSWERED("answered"),
    CENTER_OPENED("center-opened"),
    STAFF("staff"),
    STAFF_TRAINED("staff-trained"),
    ACTIVITY("activity"),
    HEADCOUNT("headcount"),
    APPROVED("approved"),
    DELIVERED("delivered"),
    SUPPORTED("supported"),
    COLLECTIVE("collective"),
    COLLECTIVE_MEMBER("collective-member");

    private static final Map<String, FactKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(FactKind::code, Function.identity()));

    private final String code;

    FactKind(String code) {
        this.code = code;
    }

    /** As stored and as measures name it. */
    public String code() {
        return code;
    }

    public static FactKind of(String code) {
        return BY_CODE.get(code);
    }
}
