package mx.trayecto.local.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Programmes that run for real, each in a tenant of its own, with the figures that were published of them. */
enum Case {
    /** Segunda Oportunidad in Jalisco 2024: the agreement, three centres, the donor's table. */
    SCE_JALISCO("sisemh", scene -> new Jalisco(scene).run()),
    /** Segunda Oportunidad in three states, which count for themselves: 2020 and 2021. */
    SCE_NACIONAL(National::run, "sce-jalisco", "sce-edomex", "sce-puebla"),
    /** Fuerza Mujeres: thousands enrolled from the state's own portal in one file. */
    FUERZA_MUJERES("fuerza-mujeres", UnWomen::online),
    /** Avancemos por la Igualdad, Oaxaca 2024 and 2025: five phases in their order, region by region. */
    AVANCEMOS("avancemos-oaxaca", scene -> new Oaxaca(scene).run()),
    /** Moving Forward Equality 2021, after the earthquakes. */
    MOVING_FORWARD("moving-forward", UnWomen::movingForward),
    /** IMM La Paz 2025: for mothers who study; a stipend whose amount is not published. */
    MADRES_ESTUDIANTES("imm-la-paz-becas", LaPaz::mothersWhoStudy),
    /** IMM La Paz 2025: short workshops in trades. */
    MUJERES_EN_OFICIOS("imm-la-paz-oficios", LaPaz::trades),
    /** Campaign from 25 November to 10 December; its headcounts are examples, none were published. */
    DIECISEIS_DIAS("campana-16-dias", SixteenDays::run),
    /** INMUJERES and FINABIEN 2023: credits by state, institution and amount. */
    CREDITO_MUJER_LIBERTAD("inmujeres-finabien", Inmujeres::credits),
    /** PROABIM and FOBAM 2023: institutions as beneficiaries. */
    PROABIM_FOBAM("inmujeres-proabim", Inmujeres::institutions),
    /** INMUJERES 2023: training and certification of officials. */
    CAPACITACION("inmujeres-capacitacion", Inmujeres::officials),
    /** Tapachula: migrant women, many without CURP. */
    PROYECTO_SEMILLA("proyecto-semilla", Inmujeres::seeds);

    static final String BASIS = "Ley General para la Igualdad entre Mujeres y Hombres";

    private final List<String> tenants;
    private final Consumer<List<Scene>> run;

    Case(Consumer<List<Scene>> run, String... tenants) {
        this.tenants = List.of(tenants);
        this.run = run;
    }

    Case(String tenant, Consumer<Scene> run) {
        this((List<Scene> scenes) -> run.accept(scenes.getFirst()), tenant);
    }

    /** As the command names it: {@code madres-estudiantes}. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those in which it is set up, each on its own. */
    List<String> tenants() {
        return tenants;
    }

    /** @param scenes one for each tenant */
    void run(List<Scene> scenes) {
        run.accept(scenes);
    }

    static Optional<Case> of(String title) {
        return Arrays.stream(values())
                .filter(each -> each.title().equals(title))
                .findFirst();
    }

    static String titles() {
        return Arrays.stream(values()).map(Case::title).collect(Collectors.joining(", "));
    }
}
