"""Under which names the site answers, and that nothing it says comes from what a request claims."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from app.preview import site as preview_site
from app.settings import Settings
from tests.kinds import ALL, QUOTE
from tests.reading import origin_of

Open = Callable[..., TestClient]

HOME = "http://127.0.0.1:8000"
PUBLIC = "https://record.example"
LOCAL = ["127.0.0.1:8000", "127.0.0.1", "localhost", "LocalHost:9", "[::1]:8000", "[::1]"]
STRANGE = [
    "evil.example",
    "127.0.0.1.evil.example",
    "127.0.0.1:8000.evil.example",
    "evil.example:8000",
    "evil.example@127.0.0.1:8000",
    "127.0.0.1:8000@evil.example",
    "localhost.",
    "localhost:",
    "localhost:x",
    "127.0.0.1:8000/en",
    "127.0.0.2",
    "testserver",
    "",
    " ",
    "[::1",
]


def ask(client: TestClient, path: str, host: str) -> Response:
    return client.get(path, headers={"Host": host})


@pytest.mark.parametrize("host", LOCAL)
def test_by_default_the_names_of_this_machine_are_the_site_s(client: TestClient, host: str) -> None:
    assert ask(client, "/en/about", host).status_code == 200


@pytest.mark.parametrize("host", STRANGE)
def test_another_name_is_refused(client: TestClient, host: str) -> None:
    for path in ("/en/", "/quotes", "/static/site.css", "/api/v1/quotes", "/nothing"):
        answer = ask(client, path, host)
        assert answer.status_code == 400, path
        assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.text.splitlines() == [
            f"This site does not answer under this name: its address is {HOME}",
            f"Ce site ne répond pas sous ce nom\u00a0: son adresse est {HOME}",
        ]
    for path in ("/health", "/ready"):
        assert ask(client, path, host).status_code == 200


def test_two_names_are_none(client: TestClient) -> None:
    hosts = [("Host", "localhost"), ("Host", "127.0.0.1")]
    assert client.get("/en/about", headers=hosts).status_code == 400


@pytest.mark.parametrize(
    ("address", "known", "strange"),
    [
        (PUBLIC, ["record.example", "Record.Example", "record.example:443"], ["record.example:80"]),
        (f"{PUBLIC}/", ["record.example"], ["www.record.example", "record.example."]),
        (f"{PUBLIC}:443", ["record.example", "record.example:443"], ["record.example:8443"]),
        (f"{PUBLIC}:8443/dash", ["record.example:8443"], ["record.example"]),
        ("http://record.example", ["record.example:80"], ["record.example:443"]),
        ("https://[2001:db8::1]", ["[2001:db8::1]", "[2001:DB8::1]:443"], ["2001:db8::1"]),
        ("https://réel.example", ["xn--rel-bma.example"], ["reel.example"]),
    ],
)
def test_with_a_public_address_its_name_alone_is_known(
    open_site: Open, real_database: Path, address: str, known: list[str], strange: list[str]
) -> None:
    client = open_site(real_database, public_url=address)
    assert [ask(client, "/en/about", host).status_code for host in known] == [200] * len(known)
    for host in (*strange, *LOCAL):
        assert ask(client, "/en/about", host).status_code == 400, host


@pytest.mark.parametrize(
    "address",
    [
        "https://",
        "https:///en",
        "https://user@record.example",
        "https://user:word@record.example",
        "https://record.example?x=1",
        "https://record.example#x",
        "https://record.example\\evil",
        "https://record.example:0",
        "https://record.example:x",
        "https://record.example:99999",
        "https://[::1",
        "https://record..example",
        "https://record.example/a b",
        "//record.example",
    ],
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="public_url"):
        Settings(public_url=address)


def test_what_a_proxy_claims_changes_nothing(client: TestClient) -> None:
    """Nothing the site says comes from these: so there is no setting that would believe them."""
    claims = {
        "Forwarded": "for=192.0.2.1;host=evil.example;proto=https",
        "X-Forwarded-For": "192.0.2.1",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Port": "81",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Prefix": "/evil",
        "X-Original-URL": "/evil",
        "X-Rewrite-URL": "/evil",
        "X-HTTP-Method-Override": "DELETE",
        "X-Real-IP": "192.0.2.1",
    }
    for address in ALL:
        plain = client.get(address)
        claimed = client.get(address, headers=claims)
        assert (claimed.status_code, claimed.content) == (plain.status_code, plain.content), address
        assert claimed.headers == plain.headers, address


# Every address that redirects, with what may come behind it.
REDIRECTS = [
    "/",
    "/about",
    "/quotes",
    "/en",
    "/fr",
    "/actors/ana-verne",
    "/actors/anna-verne",
    "/quotes/marsh-old-start",
    "/en/quotes/marsh-old-start",
    "/en/topics/stream",
    "/en/events/treaty-signed.json",
    "/en/quotes/marsh-old-start.png",
    "/en/quotes/marsh-old-start.bib",
    "/en/quotes/marsh-old-start.jsonld",
    "/embed/events/treaty-signed",
    "/en/quotes?speaker=anna-verne",
    "/en/quotes.json?speaker=anna-verne",
    "/en/quotes.atom?topic=stream",
    "/api/v1/quotes/marsh-old-start",
    "/api/v1/quotes?speaker=anna-verne",
]
QUERIES = [
    "url=//evil.example",
    "next=https://evil.example",
    "//evil.example",
    "@evil.example",
    "%0d%0aLocation:%20https://evil.example",
    "%09//evil.example",
    "\\evil.example",
    "x=%5c%5cevil.example",
    "#//evil.example",
]
STARTS = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "/%5cevil.example",
    "/%2fevil.example",
    "/%2f%2fevil.example",
    "//evil.example:8000",
    "//evil.example:8000@127.0.0.1:8000",
    "//127.0.0.1:8000@evil.example",
    "/%09/evil.example",
    "/%0d%0a//evil.example",
    "//evil.example/%2e%2e",
    "/.//evil.example",
    "/@evil.example",
    "/en//evil.example",
    "/en/%5c%5cevil.example",
    "/https:evil.example",
    "/https://evil.example",
]
ENDS = ["", "/quotes", "/en", "/quotes/marsh-old-start", "/en/quotes/marsh-old-start"]


def where(answer: Response, asked: str) -> str:
    """The site that an answer leads to, as a browser reads it: `\\` is `/`, tabs are nothing."""
    location = answer.headers["Location"]
    assert not any(ord(sign) <= 0x20 for sign in location), asked
    return origin_of(urljoin(HOME, location.replace("\\", "/")))


@pytest.mark.parametrize("keep", [0, 64])
def test_no_redirect_leaves_the_site(open_site: Open, cast_database: Path, keep: int) -> None:
    client = open_site(cast_database, keep=keep)
    for address in REDIRECTS:
        plain = client.get(address)
        assert plain.status_code in (301, 302), address
        assert where(plain, address) == HOME
        for query in QUERIES:
            asked = f"{address}{'&' if '?' in address else '?'}{query}"
            answer = client.get(asked)
            assert answer.status_code in (301, 302, 400), asked
            assert answer.status_code == 400 or where(answer, asked) == HOME, asked


def test_no_address_makes_a_redirect_to_elsewhere(cast_client: TestClient) -> None:
    for start in STARTS:
        for end in ENDS:
            asked = f"{start}{end}"
            answer = cast_client.get(f"{HOME}{asked}")
            assert answer.status_code in (301, 302, 404), asked
            if answer.status_code != 404:
                assert where(answer, asked) == HOME, asked
                assert "evil" not in urlsplit(answer.headers["Location"]).netloc, asked


@pytest.mark.parametrize(
    "url",
    [
        f"//127.0.0.1:8000/quotes/{QUOTE}",
        f"https://evil.example/quotes/{QUOTE}",
        f"http://127.0.0.1:8000.evil.example/quotes/{QUOTE}",
        f"http://127.0.0.1:8000@evil.example/quotes/{QUOTE}",
        f"http://evil.example\\@127.0.0.1:8000/quotes/{QUOTE}",
        f"http://127.0.0.1:8000\\.evil.example/quotes/{QUOTE}",
        f"http://127.0.0.1:80/quotes/{QUOTE}",
        f"http:\t//127.0.0.1:8000//evil.example/quotes/{QUOTE}",
        f"javascript:alert(1)//127.0.0.1:8000/quotes/{QUOTE}",
    ],
)
def test_a_card_is_given_for_the_site_s_own_addresses(client: TestClient, url: str) -> None:
    answer = client.get("/oembed", params={"url": url})
    assert answer.status_code == 404
    assert "evil" not in answer.text


def test_drafts_are_for_this_machine(
    seeds: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(preview_site, "run_site", lambda *_: 0)  # else a fault here never ends
    for host in ("0.0.0.0", "192.0.2.1", "::", "record.example"):
        assert preview_site.serve_preview(Settings(host=host, seeds=seeds)) == 1
        assert "drafts are shown to this machine alone" in capsys.readouterr().err
    settings = Settings(seeds=seeds, public_url=PUBLIC)
    preview = preview_site.make_preview(seeds, tmp_path / "preview.db")
    client = TestClient(preview_site.create_preview(settings, preview))
    assert ask(client, "/en/drafts", "127.0.0.1:8000").status_code == 200
    assert ask(client, "/en/drafts", "record.example").status_code == 400
