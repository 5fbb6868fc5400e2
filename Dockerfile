# Two stages: the first builds the wheel and a virtual environment, the second carries nothing else.
FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /build
# Everything by hash: the build backend for this stage, what the bot needs for the next one.
COPY requirements.lock requirements-run.lock ./
RUN python -m venv /opt/tools \
 && /opt/tools/bin/pip install --require-hashes -r requirements.lock \
 && python -m venv /opt/tallystick \
 && /opt/tallystick/bin/pip install --require-hashes -r requirements-run.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY ledger ledger
COPY policies policies
RUN /opt/tools/bin/pip wheel --no-deps --no-build-isolation --wheel-dir dist . \
 && /opt/tallystick/bin/pip install --no-deps dist/*.whl

FROM python:3.11-slim-bookworm
# A user of its own, who owns the two volumes: what is recorded, and the secrets, which are backed up apart.
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin tallystick \
 && install -d -m 0700 -o tallystick -g tallystick /data /keys
COPY --from=build /opt/tallystick /opt/tallystick
ENV PATH=/opt/tallystick/bin:$PATH PYTHONUNBUFFERED=1 TALLYSTICK_DATA=/data TALLYSTICK_KEYS=/keys
USER 10001:10001
WORKDIR /
VOLUME ["/data", "/keys"]
HEALTHCHECK --interval=60s --timeout=20s --start-period=60s CMD ["tallystick", "health"]
ENTRYPOINT ["tallystick"]
CMD ["run", "--telegram"]
