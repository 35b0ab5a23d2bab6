package dev.upkeep.deploy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A CronJob for each run, a ConfigMap with the definitions, and the form of a Secret.
final class KubernetesFiles {
  private static final int DEADLINE_SECONDS = 300;

  private KubernetesFiles() {}

  static List<GeneratedFile> of(Layout layout) {
    StringBuilder text = new StringBuilder(head(layout));
    List<Run> runs = layout.runs();
    for (Run run : runs) {
      text.append(entry(run.definitions(), layout.definitions(run.databases())));
    }
    layout.certificates().files().forEach((name, pem) -> text.append(entry(name, pem)));
    runs.forEach(run -> text.append(cronJob(layout, run)));
    return List.of(
        GeneratedFile.open("upkeep.yaml", text.toString()),
        GeneratedFile.forSecrets("secret.yaml", secret(layout)));
  }

  private static String head(Layout layout) {
    return String.format(
        Locale.ROOT,
        """
        # Upkeep in Kubernetes (1.27 or later): touches
        %1$s#
        #   1. Build an image and push it: upkeep deploy docker has the Dockerfile. Its name is the image below.
        #   2. Fill in secret.yaml, kubectl apply -f secret.yaml, and keep that file to yourself.
        #   3. kubectl apply -f upkeep.yaml
        #
        # kubectl create job --from=cronjob/upkeep-%2$s try tries it; a run that fails is a Job that failed.
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: upkeep
          labels:
            app.kubernetes.io/name: upkeep
        data:
        """,
        layout.comment(layout.databases()),
        layout.runs().getFirst().word());
  }

  private static String entry(String name, String text) {
    return "  " + name + ": |\n" + text.indent(4);
  }

  private static String cronJob(Layout layout, Run run) {
    return String.format(
        Locale.ROOT,
        """
        ---
        # Touches
        %1$sapiVersion: batch/v1
        kind: CronJob
        metadata:
          name: upkeep-%2$s
          labels:
            app.kubernetes.io/name: upkeep
        spec:
          schedule: '%3$s'
          timeZone: Etc/UTC
          concurrencyPolicy: Forbid
          # A run that could not start in time is made up for until the next one is due.
          startingDeadlineSeconds: %4$d
          successfulJobsHistoryLimit: 1
          failedJobsHistoryLimit: 3
          jobTemplate:
            spec:
              # Upkeep itself tries again what may pass.
              backoffLimit: 1
              activeDeadlineSeconds: %5$d
              template:
                metadata:
                  labels:
                    app.kubernetes.io/name: upkeep
                spec:
                  restartPolicy: Never
                  automountServiceAccountToken: false
                  securityContext:
                    runAsNonRoot: true
                    runAsUser: 10001
                    runAsGroup: 10001
                    seccompProfile:
                      type: RuntimeDefault
                  containers:
                    - name: upkeep
                      image: '%6$s'
                      command:
                        - '%7$s'
                      args: [ping, --config, '%8$s/%9$s']
                      env:
                        - name: LC_ALL
                          value: C.UTF-8
        %10$s              resources:
                        requests:
                          cpu: 100m
                          memory: 128Mi
                        limits:
                          memory: 512Mi
                      securityContext:
                        allowPrivilegeEscalation: false
                        readOnlyRootFilesystem: true
                        capabilities:
                          drop: [ALL]
                      volumeMounts:
                        - name: definitions
                          mountPath: '%8$s'
                          readOnly: true
                        - name: tmp
                          mountPath: /tmp
                  volumes:
                    - name: definitions
                      configMap:
                        name: upkeep
                    - name: tmp
                      emptyDir:
                        sizeLimit: 64Mi
        """,
        layout.comment(run.databases()),
        run.word(),
        run.schedule().cron(),
        run.schedule().period().length().toSeconds(),
        DEADLINE_SECONDS,
        layout.parameters().imageName(),
        layout.program(),
        layout.folder(),
        run.definitions(),
        environment(layout, run).indent(16));
  }

  private static String environment(Layout layout, Run run) {
    return layout.variables(run.databases()).stream()
            .map(name -> reference(name, ""))
            .collect(Collectors.joining())
        + reference("UPKEEP_HEARTBEAT_URL", "      optional: true\n")
        + reference("UPKEEP_WEBHOOK_URL", "      optional: true\n");
  }

  private static String reference(String name, String more) {
    return String.format(
        Locale.ROOT,
        """
        - name: %1$s
          valueFrom:
            secretKeyRef:
              name: upkeep
              key: %1$s
        %2$s\
        """,
        name,
        more);
  }

  private static String secret(Layout layout) {
    return String.format(
        Locale.ROOT,
        """
        # Upkeep's secrets in Kubernetes. For its owner alone, and never into version control: fill it in,
        # kubectl apply -f secret.yaml, and delete it. A ' in a value is written twice.
        apiVersion: v1
        kind: Secret
        metadata:
          name: upkeep
          labels:
            app.kubernetes.io/name: upkeep
        type: Opaque
        stringData:
        %s\
          # Optional. Told after a run in which every database was visited, and of every failed touch.
          # UPKEEP_HEARTBEAT_URL: ''
          # UPKEEP_WEBHOOK_URL: ''
        """,
        layout.secrets(layout.databases(), "  # %s\n  %s: ''\n"));
  }
}
