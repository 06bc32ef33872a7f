package mx.trayecto.platform.outbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the topics this service owns exist before the first event is sent. */
@ApplicationScoped
class Topics {
    private static final Logger LOG = Logger.getLogger(Topics.class);

    @Inject
    Instance<Publishes> publishers;

    @Inject
    OutboxConfig config;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    /**
     * Makes what is missing.
     *
     * @throws IllegalStateException where a topic exists with other settings than its events need
     */
    void ensure() throws InterruptedException, ExecutionException {
        List<NewTopic> wanted = all().map(this::described).toList();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
            for (var made : admin.createTopics(wanted).values().values()) {
                try {
                    made.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
            for (NewTopic topic : wanted) {
                verify(admin, topic);
            }
        }
    }

    /** Names of those of which the last event per key is what stays. */
    Set<String> compacted() {
        return all().filter(Topic::compacted).map(Topic::name).collect(Collectors.toSet());
    }

    /** Those that this service owns. */
    Stream<Topic> all() {
        return publishers.stream().flatMap(publisher -> publisher.topics().stream());
    }

    private static void verify(Admin admin, NewTopic wanted) throws InterruptedException, ExecutionException {
        int partitions = admin.describeTopics(List.of(wanted.name()))
                .allTopicNames()
                .get()
                .get(wanted.name())
                .partitions()
                .size();
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, wanted.name());
        Config settings = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        boolean same = partitions == Topic.PARTITIONS
                && wanted.configs().entrySet().stream()
                        .allMatch(e ->
                                e.getValue().equals(settings.get(e.getKey()).value()));
        if (!same) {
            LOG.errorf(
                    "topic %s has other partitions or settings than %d and %s: nothing is relayed until it is mended",
                    wanted.name(), Topic.PARTITIONS, wanted.configs());
            throw new IllegalStateException("topic with other settings");
        }
    }

    private NewTopic described(Topic topic) {
        return new NewTopic(topic.name(), Topic.PARTITIONS, config.replication())
                .configs(
                        topic.compacted()
                                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                                : Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
    }
}
