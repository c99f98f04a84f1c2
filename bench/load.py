"""A load generator: `python -m bench.load ADDRESSES …` prints what it measured as JSON.

`wrk` where it is there; else this one: raw sockets that stay open, one address after another, in
order or at random, and as little reading of the answer as tells where it ends.
"""

import argparse
import json
import random
import selectors
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

LIMIT = 90.0  # seconds that a slow answer is waited for
SIZE = 1 << 20


@dataclass(frozen=True)
class Order:
    """What is asked for: of which port, how long, on how many connections."""

    port: int
    addresses: list[str]
    seconds: float = 1.0
    connections: int = 4
    headers: tuple[str, ...] = ()
    at_random: bool = False
    seed: int = 1  # of that
    most: int = 0  # requests after which to stop; 0: when the time is over


@dataclass(frozen=True)
class Measured:
    """What came of it; latencies in milliseconds."""

    requests: int
    seconds: float
    rate: float
    median: float
    p99: float
    statuses: dict[str, int]
    bytes: int


class Connection:
    """One socket, and how far its answer has come."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), LIMIT)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.begin()

    def begin(self) -> None:
        self.asked = time.perf_counter()
        self.missing = -1  # bytes to come; unknown until the head is there
        self.head = b""
        self.chunked = False
        self.tail = b""
        self.taken = 0

    def ask(self, request: bytes) -> None:
        self.begin()
        self.socket.sendall(request)

    def take(self) -> bool:
        """Read what is there; whether the answer is whole."""
        data = self.socket.recv(SIZE)
        if not data:
            raise ConnectionError("the server closed the connection")
        self.taken += len(data)
        if self.missing < 0 and not self.chunked:
            rest = self.read_head(data)
            if rest is None:
                return False
            data = rest
        if self.chunked:
            self.tail = (self.tail + data)[-7:]
            return self.tail.endswith(b"\r\n0\r\n\r\n"[-7:])
        self.missing -= len(data)
        return self.missing <= 0

    def read_head(self, data: bytes) -> bytes | None:
        """Find the length in the head once that is whole, and give what follows it."""
        data = self.head + data
        end = data.find(b"\r\n\r\n")
        self.head = data
        if end < 0:
            return None
        self.head = data[:end].lower()
        at = self.head.find(b"\r\ncontent-length:")
        self.chunked = at < 0 and b"\r\ntransfer-encoding: chunked" in self.head
        self.missing = 0
        if at >= 0:
            self.missing = int(self.head[at + 17 :].split(b"\r", 1)[0])
        return data[end + 4 :]

    def status(self) -> str:
        return self.head[9:12].decode()


def request_of(address: str, headers: tuple[str, ...]) -> bytes:
    lines = [f"GET {address} HTTP/1.1", "Host: 127.0.0.1", *headers, "", ""]
    return "\r\n".join(lines).encode()


def run(order: Order) -> Measured:
    """Ask until the time is over, and at least once on each connection."""
    rng = random.Random(order.seed)
    requests = [request_of(address, order.headers) for address in order.addresses]
    if order.at_random:
        rng.shuffle(requests)
    statuses: Counter[str] = Counter()
    latencies: list[float] = []
    taken = at = 0
    with selectors.DefaultSelector() as selector:
        begun = time.perf_counter()
        for _ in range(order.connections):
            connection = Connection(order.port)
            selector.register(connection.socket, selectors.EVENT_READ, connection)
            connection.ask(requests[at % len(requests)])
            at += 1
        until = begun + order.seconds
        while selector.get_map():
            ready = selector.select(LIMIT)
            if not ready:
                raise TimeoutError(f"no answer in {LIMIT:.0f} seconds")
            for key, _ in ready:
                connection = key.data
                if not connection.take():
                    continue
                now = time.perf_counter()
                latencies.append((now - connection.asked) * 1000)
                statuses[connection.status()] += 1
                taken += connection.taken
                if now < until and (not order.most or at < order.most):
                    connection.ask(requests[at % len(requests)])
                    at += 1
                else:
                    selector.unregister(connection.socket)
                    connection.socket.close()
        seconds = time.perf_counter() - begun
    return summary(latencies, seconds, statuses, taken)


def summary(latencies: list[float], seconds: float, statuses: Counter[str], taken: int) -> Measured:
    latencies.sort()
    return Measured(
        requests=len(latencies),
        seconds=seconds,
        rate=len(latencies) / seconds,
        median=statistics.median(latencies),
        p99=latencies[min(len(latencies) - 1, int(len(latencies) * 0.99))],
        statuses=dict(statuses),
        bytes=taken,
    )


SCRIPT = """
local paths = {{{paths}}}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], {{{headers}}})
end
done = function(summary, latency)
  local e = summary.errors
  io.stderr:write(string.format(
    '{{"requests": %d, "seconds": %f, "rate": %f, "median": %f, "p99": %f, "bytes": %d, '
    .. '"statuses": {{"wrong": %d}}}}\\n',
    summary.requests, summary.duration / 1e6, summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.bytes,
    e.status + e.connect + e.read + e.write + e.timeout))
end
"""


def script_of(order: Order) -> str:
    """What wrk is to do, in Lua; a JSON string is one of Lua's here."""
    addresses = list(order.addresses)
    if order.at_random:
        random.Random(order.seed).shuffle(addresses)
    pairs = (header.split(": ", 1) for header in order.headers)
    return SCRIPT.format(
        paths=", ".join(json.dumps(address) for address in addresses),
        headers=", ".join(f"[{json.dumps(key)}] = {json.dumps(value)}" for key, value in pairs),
    )


def run_wrk(order: Order) -> Measured:
    """The same by wrk, which stops by time alone."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script_of(order))
        file.flush()
        options = ["-t1", f"-c{order.connections}", f"-d{max(1, round(order.seconds))}s"]
        options += [f"--timeout={LIMIT:.0f}s", "-s", file.name]
        address = f"http://127.0.0.1:{order.port}"
        done = subprocess.run(
            ["wrk", *options, address], capture_output=True, text=True, check=True
        )
    return Measured(**json.loads(done.stderr.strip().splitlines()[-1]))


def main() -> None:
    """Read an order as JSON from standard input."""
    argparse.ArgumentParser(prog="python -m bench.load", description=__doc__).parse_args()
    given = json.load(sys.stdin)
    order = Order(**{**given, "headers": tuple(given.get("headers", ()))})
    quick = order.most or not shutil.which("wrk")
    print(json.dumps(asdict(run(order) if quick else run_wrk(order))))


def measure(order: Order, core: int | None = None) -> Measured:
    """Run an order in a process of its own, pinned to a core."""
    from bench.machine import pinned

    with pinned(core):  # a child begins on its parent's cores
        process = subprocess.Popen(
            [sys.executable, "-m", "bench.load"],
            cwd=Path(__file__).resolve().parent.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
    out, _ = process.communicate(json.dumps(asdict(order)))
    if process.returncode:
        raise RuntimeError(f"the load generator failed on {order.addresses[0]}")
    return Measured(**json.loads(out))


if __name__ == "__main__":
    main()
