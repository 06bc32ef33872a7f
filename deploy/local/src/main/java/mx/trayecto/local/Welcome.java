package mx.trayecto.local;

/** What a person can do with the stack that has just become ready. */
record Welcome(Session session) {

    void print(boolean stays) {
        var gateway = url(PartName.GATEWAY);
        var token = Token.of("sisemh", Role.COORDINATOR).sign(SigningKey.of(session.home()));
        Terminal.say("""

                  API            %s/v1
                  contract       %s/openapi.yaml
                  reference      %s/docs
                  participants   %s
                  programs       %s
                  indicators     %s
                  PostgreSQL     127.0.0.1:%d
                  Kafka          127.0.0.1:%d

                A token of a coordinator of the tenant "sisemh", good for eight hours (others: ./suite token):

                TOKEN=%s

                A first request:

                curl -H "Authorization: Bearer $TOKEN" %s/v1/participants

                %s
                """.formatted(
                        gateway,
                        gateway,
                        gateway,
                        url(PartName.PARTICIPANTS),
                        url(PartName.PROGRAMS),
                        url(PartName.INDICATORS),
                        session.ports().of(PartName.POSTGRES),
                        session.ports().of(PartName.KAFKA),
                        token,
                        gateway,
                        stays
                                ? "Ctrl-C stops everything. In another terminal: ./suite status, ./suite logs <name>."
                                : "It runs in the background: ./suite status, ./suite logs <name>, ./suite stop."));
    }

    private String url(PartName name) {
        return "http://localhost:" + session.ports().of(name);
    }
}
