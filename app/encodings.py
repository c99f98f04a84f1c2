"""Compression: the encoding that a reader takes, and texts in it."""

import gzip
import re
import zlib
from functools import lru_cache

import brotli
import zstandard

IDENTITY = "identity"
ENCODINGS = ("br", "zstd", "gzip")  # the smallest first
# Good, not extreme: a step more takes twice the time, and saves a hundredth.
BROTLI, ZSTD, GZIP = 5, 6, 6
SHORTEST = 500  # bytes of a text that is worth it

TEXTS = re.compile(
    rb"(text/|application/(json|xml|javascript|x-[a-z-]+)|[a-z]+/[a-z0-9.-]+\+(json|xml))"
)
WEIGHT = re.compile(r"\s*q=([01](?:\.\d{0,3})?)\s*")
LONGEST_HEADER = 300  # of what browsers send, a fifth of it


@lru_cache(500)
def choose_encoding(accepted: bytes) -> str:
    """The encoding for an Accept-Encoding (RFC 9110, 12.5.3): the most wanted, of equals ours."""
    if not accepted or len(accepted) > LONGEST_HEADER:
        return IDENTITY
    weights: dict[str, float] = {}
    for part in accepted.decode("latin-1").lower().split(","):
        name, _, parameter = part.partition(";")
        found = WEIGHT.fullmatch(parameter)
        weights[name.strip()] = float(found[1]) if found else float(not parameter)
    other = weights.get("*", 0)
    best = max(ENCODINGS, key=lambda encoding: weights.get(encoding, other))
    wanted = weights.get(best, other)
    return best if wanted > 0 and wanted >= weights.get(IDENTITY, 0) else IDENTITY


def is_text_type(media_type: bytes) -> bool:
    """Whether compression makes it smaller: pictures and fonts are compressed in themselves."""
    return TEXTS.match(media_type) is not None


def compress(text: bytes, encoding: str) -> bytes:
    """A whole text in an encoding: the same text is always the same bytes."""
    if encoding == "br":
        packed: bytes = brotli.compress(text, mode=brotli.MODE_TEXT, quality=BROTLI)
        return packed
    if encoding == "zstd":
        return zstandard.ZstdCompressor(level=ZSTD).compress(text)
    return gzip.compress(text, GZIP, mtime=0) if encoding == "gzip" else text


def expand(content: bytes, encoding: str) -> bytes:
    """The text that was compressed."""
    if encoding == "br":
        text: bytes = brotli.decompress(content)
        return text
    if encoding == "zstd":
        return zstandard.ZstdDecompressor().decompress(content)
    return gzip.decompress(content) if encoding == "gzip" else content


class Stream:
    """A text that is compressed piece by piece."""

    def __init__(self, encoding: str) -> None:
        if encoding == "br":
            packer = brotli.Compressor(mode=brotli.MODE_TEXT, quality=BROTLI)
            self.add, self.end = packer.process, packer.finish
        elif encoding == "zstd":
            frame = zstandard.ZstdCompressor(level=ZSTD).compressobj()
            self.add, self.end = frame.compress, frame.flush
        else:
            deflate = zlib.compressobj(GZIP, wbits=31)  # with gzip's own header
            self.add, self.end = deflate.compress, deflate.flush
