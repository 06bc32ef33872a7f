package mx.trayecto.platform.text;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document as it was named; before reference and hash were demanded, its title was enough. */
@Schema(description = "A document that is kept elsewhere; without reference or hash where neither was demanded yet")
public record KeptDocument(String title, String reference, String sha256) {
    /** As it was named; null where none was. */
    public static KeptDocument of(DocumentReference named) {
        return named == null ? null : new KeptDocument(named.title(), named.reference(), named.sha256());
    }

    public static List<KeptDocument> of(List<DocumentReference> named) {
        return named.stream().map(KeptDocument::of).toList();
    }
}
