package dev.upkeep.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.upkeep.testing.Program;
import dev.upkeep.testing.Yaml;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The manifests, read by the types of a Kubernetes client, and their container run as the kubelet
/// does: volumes from the ConfigMap, variables from the Secret.
@EnabledOnOs(OS.LINUX)
final class DeployKubernetesIT {
  @TempDir private Path root;

  private Deployed deployed;

  @BeforeEach
  void deploy() throws Exception {
    deployed = new Deployed(root, Duration.ofHours(6));
    deployed.deploy(
        "kubernetes", "--image", "registry.example.com/upkeep@sha256:" + "0".repeat(64));
    deployed.install();
  }

  @AfterEach
  void stop() {
    deployed.close();
  }

  private List<JsonNode> documents() throws Exception {
    return Yaml.documents(deployed.text("upkeep.yaml"));
  }

  private CronJob cronJob() throws Exception {
    assertThat(documents()).hasSize(2);
    return Yaml.as(CronJob.class, documents().getLast());
  }

  private static PodSpec pod(CronJob job) {
    return job.getSpec().getJobTemplate().getSpec().getTemplate().getSpec();
  }

  /// What a person makes of secret.yaml.
  private Map<String, String> filledIn() throws Exception {
    Secret secret = Yaml.as(Secret.class, Yaml.document(deployed.text("secret.yaml")));
    assertThat(secret.getMetadata().getName()).isEqualTo("upkeep");
    assertThat(secret.getStringData()).hasSameSizeAs(deployed.databases());
    assertThat(secret.getStringData().values()).containsOnly("");
    Map<String, String> values = new LinkedHashMap<>(secret.getStringData());
    values.replaceAll((name, empty) -> Deployed.PASSWORD);
    return values;
  }

  private Program.Result asKubelet(Map<String, String> secrets) throws Exception {
    ConfigMap map = Yaml.as(ConfigMap.class, documents().getFirst());
    PodSpec pod = pod(cronJob());
    assertThat(pod.getContainers()).hasSize(1);
    Container container = pod.getContainers().getFirst();
    assertThat(pod.getVolumes().getFirst().getConfigMap().getName())
        .isEqualTo(map.getMetadata().getName());
    Path mounted = Path.of(container.getVolumeMounts().getFirst().getMountPath());
    for (Map.Entry<String, String> file : map.getData().entrySet()) {
      Files.writeString(mounted.resolve(file.getKey()), file.getValue());
    }
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("KUBERNETES_SERVICE_HOST", "10.0.0.1");
    for (EnvVar variable : container.getEnv()) {
      if (variable.getValueFrom() == null) {
        variables.put(variable.getName(), variable.getValue());
        continue;
      }
      SecretKeySelector key = variable.getValueFrom().getSecretKeyRef();
      assertThat(key.getName()).isEqualTo("upkeep");
      if (!Boolean.TRUE.equals(key.getOptional())) {
        assertThat(secrets).as("the pod would not start").containsKey(key.getKey());
        variables.put(variable.getName(), secrets.get(key.getKey()));
      }
    }
    List<String> command = new ArrayList<>(container.getCommand());
    command.addAll(container.getArgs());
    assertThat(command).as("the kubelet would put variables in").noneMatch(w -> w.contains("$("));
    return deployed.elsewhere().env(variables).run(command);
  }

  @Test
  void its_container_touches_and_fails_as_upkeep_does() throws Exception {
    Map<String, String> secrets = filledIn();

    Program.Result good = asKubelet(secrets);
    assertThat(good.exitCode()).as(good.everything()).isZero();
    assertThat(deployed.label()).isEqualTo("kubernetes");
    deployed.requireTouched(good);

    deployed.redis().stop();
    Deployed.requireFailed(asKubelet(secrets));
  }

  @Test
  void it_runs_with_no_more_than_it_needs_and_never_twice_at_once() throws Exception {
    CronJob job = cronJob();
    PodSpec pod = pod(job);
    Container container = pod.getContainers().getFirst();

    assertThat(job.getSpec().getConcurrencyPolicy()).isEqualTo("Forbid");
    assertThat(job.getSpec().getTimeZone()).isEqualTo("Etc/UTC");
    assertThat(job.getSpec().getJobTemplate().getSpec().getBackoffLimit()).isEqualTo(1);
    assertThat(pod.getRestartPolicy()).isEqualTo("Never");
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(container.getResources().getLimits()).containsKey("memory");
    assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
    assertThat(container.getImage()).contains("@sha256:");
  }

  @Test
  void a_member_that_kubernetes_does_not_have_would_be_found() throws Exception {
    JsonNode wrong =
        Yaml.documents(deployed.text("upkeep.yaml").replace("backoffLimit", "backOffLimit"))
            .getLast();

    assertThatThrownBy(() -> Yaml.as(CronJob.class, wrong)).hasMessageContaining("backOffLimit");
  }
}
