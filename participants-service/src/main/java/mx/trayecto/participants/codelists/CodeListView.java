package mx.trayecto.participants.codelists;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/** A list of codes as it is served. */
@Schema(
        name = "CodeList",
        description = "A list of codes; its version is raised with every change of a code or a label")
record CodeListView(String list, long version, Bilingual title, List<CodeList.Entry> codes) implements Versioned {
    static CodeListView of(CodeList list) {
        return new CodeListView(list.name(), list.version(), list.title(), list.codes());
    }

    @Override
    @JsonIgnore
    public UUID id() {
        return UUID.nameUUIDFromBytes(("code-list " + list).getBytes(StandardCharsets.UTF_8));
    }
}
