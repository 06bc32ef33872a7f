package mx.trayecto.participants.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/** A privacy notice as it was published. */
@Schema(name = "Notice")
record NoticeView(UUID id, long version, String noticeVersion, LocalDate validFrom, List<PurposeText> purposes)
        implements Versioned {

    static NoticeView of(Notice notice) {
        return new NoticeView(notice.id, notice.version, notice.noticeVersion, notice.validFrom, notice.texts);
    }
}
