# Two images: the application, from the jar that `./mvnw package` has built, and the proxy in front of it.
FROM eclipse-temurin:17.0.20_8-jre-noble AS layers
WORKDIR /layers
COPY target/gridcase-*.jar gridcase.jar
RUN java -Djarmode=tools -jar gridcase.jar extract --layers --destination extracted

FROM eclipse-temurin:17.0.20_8-jre-noble AS application
RUN groupadd --gid 10001 gridcase \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin gridcase \
    && install --directory --owner=10001 --group=10001 --mode=0700 /data \
    && install --directory --owner=10001 --group=10001 --mode=0755 /certificates
WORKDIR /application
# what changes least comes first
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
ENV GRIDCASE_DATADIR=/data
USER 10001:10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --retries=4 --start-period=3m \
    CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/actuator/health/readiness"]
# the base image's own start script, which adds the certificates in /certificates to Java's
ENTRYPOINT ["/__cacert_entrypoint.sh", "java", "-jar", "gridcase.jar"]

FROM caddy:2.10.2-alpine AS proxy
RUN install -d -o 10001 -g 10001 -m 0700 /data/caddy /config/caddy \
    && install -d -o 10001 -g 10001 -m 0755 /trust \
    && chown 10001:10001 /data /config
USER 10001:10001
HEALTHCHECK --interval=10s --timeout=5s --retries=4 --start-period=20s \
    CMD ["wget", "--quiet", "--output-document=/dev/null", "http://127.0.0.1:2020/"]
