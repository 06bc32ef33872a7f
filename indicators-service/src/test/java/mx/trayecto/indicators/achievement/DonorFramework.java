package mx.trayecto.indicators.achievement;

import mx.trayecto.indicators.history.SceJalisco;

/** The framework of agreement 00111079 as the donor published it: ten rows, declared beside computed. */
final class DonorFramework {
    private static final String NONE = "{\"kind\":\"notApplicable\"}";

    private final Api api;
    private final SceJalisco jalisco;
    private String framework;

    DonorFramework(Api api, SceJalisco jalisco) {
        this.api = api;
        this.jalisco = jalisco;
    }

    String set() {
        framework = api.make("/v1/frameworks", """
                {"code":"SCE-JAL-2024","title":{"es":"Marco de resultados SCE Jalisco 2024"},"kind":"donor",
                 "agreement":"%s","results":[
                  {"code":"1","level":"output","title":{"es":"Centros y servicios"}},
                  {"code":"2","level":"output","title":{"es":"Soporte y asesoría"}},
                  {"code":"3","level":"output","title":{"es":"Capacidades"}},
                  {"code":"4","level":"output","title":{"es":"Institucionalización"}}]}""".formatted(jalisco.agreement));
        row("1.1", "count", "institutions", number(1), number(1), count("center-opened", "institutions", ""))
                .declared("200", "Meta rebasada (1 centro adicional)", null);
        row("1.2.a", "milestone", "documents", NONE, text("Documento con estrategia definida"), null)
                .declared("100", "Meta lograda", null);
        row(
                        "1.2.b",
                        "count",
                        "persons",
                        """
                {"kind":"number","number":1016,"cumulative":true}""",
                        number(70),
                        count("graduated", "persons", ",\"centers\":[\"" + jalisco.crea + "\"]"))
                .declared(null, "Meta rebasada", number(91));
        row("1.2.c", "qualitative", "documents", NONE, NONE, null).declared("100", "Meta lograda", null);
        row("1.2.d", "hours", "hours", NONE, text("4 horas asesoría"), null).declared("100", "Meta lograda", null);
        row("2.1", "count", "persons", NONE, number(100), count("graduated", "persons", ""))
                .declared("91", "91%", number(91));
        row("3.1.a", "count", "persons", NONE, number(36), """
                {"type":"sum","of":"headcount","where":{"agreement":"%s","audience":"officials","kind":"training"}}""".formatted(jalisco.agreement))
                .declared("111", "Meta rebasada (40 personas funcionarias públicas capacitadas)", number(40));
        row(
                        "3.1.b",
                        "count",
                        "persons",
                        NONE,
                        number(6),
                        count(
                                "staff",
                                "persons",
                                ",\"kind\":\"facilitator\",\"centers\":[\"" + jalisco.guadalajara + "\",\""
                                        + jalisco.tlajomulco + "\"]"))
                .declared("100", "Meta lograda", null);
        row("3.1.c", "hours", "hours", NONE, text("20 horas de capacitación SCE"), null)
                .declared("100", "Meta lograda", null);
        row("4.1", "milestone", "documents", NONE, text("1 documento"), null).declared("100", "Meta lograda", null);
        return framework;
    }

    private Made row(String code, String kind, String basis, String baseline, String target, String measure) {
        String id = api.make("/v1/indicators", """
                {"framework":"%s","result":"%s","code":"%s","title":{"es":"Fila %s"},"measureKind":"%s",
                 "countingBasis":"%s","baseline":%s,"target":%s%s%s}""".formatted(
                        framework,
                        code.substring(0, 1),
                        code,
                        code,
                        kind,
                        basis,
                        baseline,
                        target,
                        measure == null ? "" : ",\"measure\":" + measure,
                        code.equals("1.2.b")
                                ? ",\"explanation\":{\"es\":\"Lo declarado suma tres centros; la meta es de CREA.\"}"
                                : ""));
        return new Made(id);
    }

    private final class Made {
        private final String indicator;

        Made(String indicator) {
            this.indicator = indicator;
        }

        void declared(String percent, String label, String value) {
            api.declare(indicator, """
                    {"label":{"es":"%s"}%s%s,"evidence":{"title":"Informe final","reference":"SCE Jalisco 2024","sha256":"%s"}}""".formatted(
                            label,
                            percent == null ? "" : ",\"percent\":" + percent,
                            value == null ? "" : ",\"value\":" + value,
                            "ab".repeat(32)));
        }
    }

    private String count(String of, String basis, String more) {
        return "{\"type\":\"count\",\"of\":\"%s\",\"basis\":\"%s\",\"where\":{\"agreement\":\"%s\"%s}}"
                .formatted(of, basis, jalisco.agreement, more);
    }

    private static String number(int number) {
        return "{\"kind\":\"number\",\"number\":" + number + "}";
    }

    private static String text(String es) {
        return "{\"kind\":\"text\",\"text\":{\"es\":\"" + es + "\"}}";
    }
}
