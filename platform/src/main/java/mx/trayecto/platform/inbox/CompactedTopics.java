package mx.trayecto.platform.inbox;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Knows from the broker which topics are compacted (there, gaps in a sequence are to be expected) and their ids. */
@ApplicationScoped
class CompactedTopics {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    private final Set<String> compacted = ConcurrentHashMap.newKeySet();
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    boolean contains(String topic) {
        return compacted.contains(topic);
    }

    String id(String topic) {
        return ids.get(topic);
    }

    /** Looks the topics up; called on every assignment of partitions. */
    void learn(Set<String> topics) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
            for (var topic : admin.describeTopics(topics).allTopicNames().get().values()) {
                ids.put(topic.name(), topic.topicId().toString());
            }
            var resources = topics.stream()
                    .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                    .toList();
            admin.describeConfigs(resources).all().get().forEach((resource, config) -> {
                if (config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value().contains("compact")) {
                    compacted.add(resource.name());
                }
            });
        }
    }
}
