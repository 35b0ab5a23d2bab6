# Upkeep's commands. `make help` lists them.

SHELL := /bin/sh
.DEFAULT_GOAL := help

# Maven runs on the JDK 25 that jdk.sh finds, whatever `java` is.
MVN = JAVA_HOME="$$(sh src/build/jdk.sh)" && export JAVA_HOME && \
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow $$MAVEN_OPTS" mvn -B -ntp

.PHONY: help run build check debug-agent test image package package-test test-peers test-desktops sbom soak bench assets screenshots pictures format package-check channels-test release-check clean

help: ## Show this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "  make %-13s %s\n", $$1, $$2 }'

run: build ## Set up, build, and keep alive: your database if UPSTASH_REDIS_URL is set, else a sample one
	@sh src/build/run.sh

build: ## Build the launcher target/upkeep, the man page and the completion
	@sh src/build/setup.sh build
	@$(MVN) -q package -DskipTests
	@sh src/build/launcher.sh
	@sh src/build/manual.sh

# What needs neither a desktop nor a server, and does not wait: to be run after every change.
check: ## Check format, architecture and unit tests, in under three minutes
	@sh src/build/setup.sh build
	@$(MVN) -q spotless:check test -Dtest='*Test' -DexcludedGroups=slow -DforkCount=2

# The window's walks a second time, since Monocle draws no real windows and has no window manager.
test: ## Set up, check format and code, run every test; T=ConnectionTextTest runs one class
	@sh src/build/setup.sh test
ifdef T
	@$(MVN) test -Dtest='$(T)' -Dsurefire.failIfNoSpecifiedTests=true
else
	@$(MVN) spotless:check verify -DforkCount=2
	@if [ "$$(uname)" = Linux ]; then sh src/build/screen.sh sh -c '$(MVN) surefire:test \
	  -Dtest="dev/upkeep/window/**/*IT" -Dupkeep.screen=true -Dsurefire.reportNameSuffix=screen'; fi
	@sh src/build/launcher.sh
	@sh src/build/manual.sh
	@sh src/build/smoke.sh
endif

debug-agent: build ## Start an agent with a home of its own that waits for a debugger on port 5005
	@mkdir -p target/debug-home && chmod 700 target/debug-home
	@JAVA_TOOL_OPTIONS="-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:5005" \
	  UPKEEP_HOME="$$PWD/target/debug-home" target/upkeep agent

image: ## Build target/image: Upkeep with a Java of its own, trained to start fast
	@sh src/build/setup.sh package
	@$(MVN) -q package -DskipTests
	@sh src/build/manual.sh
	@sh jpackage/image.sh

package: image ## Build target/packages: .deb, .rpm and .tar.gz, or .msi, or .dmg
	@sh jpackage/package.sh

package-check: ## Install, use and remove what is in target/packages, on a machine that may be changed
	@sh src/build/setup.sh package-test
	@sh jpackage/check.sh

package-test: package ## Install, use, upgrade and remove the packages (as root, on Debian)
	@sh src/build/setup.sh package-test
	@sh jpackage/check-workflows.sh
	@sh jpackage/check.sh

channels-test: ## Add the apt repository to an empty Debian, use it, and break it (as root, after make package)
	@sh src/build/setup.sh channels-test
	@sh jpackage/channels/check.sh

release-check: ## Say whether TAG=vX.Y.Z could be released as things are
	@sh src/build/setup.sh build
	@$(MVN) -q process-test-classes cyclonedx:makeBom
	@"$$(sh src/build/jdk.sh)"/bin/java -cp "$$(sh src/build/classpath.sh)" \
	  dev.upkeep.release.ReleaseCheck "$(TAG)"

sbom: ## Write target/upkeep-sbom.json: what ships, as CycloneDX
	@sh src/build/setup.sh build
	@$(MVN) -q cyclonedx:makeBom

test-peers: ## Touch servers of other makers and older versions, fetched for this alone
	@sh src/build/setup.sh test-peers
	@JAVA_HOME="$$(sh src/build/jdk.sh)" sh src/build/peers.sh "$(CURDIR)/target/peers"
	@$(MVN) test -Dtest='PeersIT,PeerClusterIT,PeerProxiesIT,PeerAgentIT' \
	  -Dupkeep.peers="$(CURDIR)/target/peers"

test-desktops: ## Use real desktops, notification daemons and keyrings of other makers, on screens that nobody sees
	@sh src/build/setup.sh test-desktops
	@$(MVN) test -Dtest='KeePassXcIT,KWalletIT,OtherDaemonsIT' -Dupkeep.desktops=true

soak: ## Run the long tests: 100,000 touches, 10,000 damaged handshakes, 50 races of two agents, 200 kills, 20 min of chaos (an hour)
	@sh src/build/setup.sh test
	@$(MVN) test -Dtest='AgentProcessIT,HistoryKillIT,MutatedFlightsIT' -Dupkeep.races=50 -Dupkeep.kills=200 \
	  -Dupkeep.flights=10000
	@sh src/build/bench.sh soak
	@"$$(sh src/build/jdk.sh)"/bin/java -Djdk.net.hosts.file=target/chaos.hosts \
	  -Djava.io.tmpdir=target/tmp --enable-native-access=ALL-UNNAMED \
	  -cp "$$(sh src/build/classpath.sh)" \
	  dev.upkeep.agent.ChaosRun $${CHAOS:-PT20M} $${SEED:-}

bench: build ## Measure every budget, beside Node and the build BASE=COMMIT, into target/bench.md (half an hour)
	@sh src/build/setup.sh test
	@sh src/build/bench.sh ping idle burst history window

assets: ## Draw the icons again from the SVG files in assets/
	@sh src/build/setup.sh build
	@$(MVN) -q process-test-classes
	@"$$(sh src/build/jdk.sh)"/bin/java -Djava.awt.headless=true \
	  -cp "$$(sh src/build/classpath.sh)" dev.upkeep.assets.Assets

screenshots: ## Draw the window in every state into target/screenshots, to be looked at
	@sh src/build/setup.sh build
	@$(MVN) -q process-test-classes
	@"$$(sh src/build/jdk.sh)"/bin/java --enable-native-access=ALL-UNNAMED \
	  -cp "$$(sh src/build/classpath.sh)" \
	  dev.upkeep.window.page.Screenshots target/screenshots

pictures: ## Draw the pictures of the README again, into src/docs/pictures
	@sh src/build/setup.sh build
	@$(MVN) -q process-test-classes
	@"$$(sh src/build/jdk.sh)"/bin/java --enable-native-access=ALL-UNNAMED \
	  -cp "$$(sh src/build/classpath.sh)" \
	  dev.upkeep.window.page.Screenshots pictures src/docs/pictures

format: ## Format the sources
	@sh src/build/setup.sh build
	@$(MVN) -q spotless:apply

clean: ## Remove everything that was built
	rm -rf target
