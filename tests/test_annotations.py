"""Web Annotations: every selector leads back to the span, and the whole is JSON-LD."""

from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld  # type: ignore[import-untyped]
from starlette.testclient import TestClient

from app.formats.annotation import words_of
from app.models import Article, Quote
from app.spans import find_occurrences
from tests.editing import ARTICLE, ask
from tests.reading import LANGUAGES, attribute, open_page, texts

SITE = "http://127.0.0.1:8000"
OA = "http://www.w3.org/ns/oa#"
PROFILE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
REPORT = "pompeo-lowest-level-as-fast-as-possible"

# What is used of https://www.w3.org/ns/anno.jsonld, so that no test asks another host.
CONTEXT = {
    "@context": {
        "oa": OA,
        "dc": "http://purl.org/dc/elements/1.1/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "http://schema.org/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "id": {"@type": "@id", "@id": "@id"},
        "type": {"@type": "@id", "@id": "@type"},
        "Annotation": "oa:Annotation",
        "SpecificResource": "oa:SpecificResource",
        "TextualBody": "oa:TextualBody",
        "TextPositionSelector": "oa:TextPositionSelector",
        "TextQuoteSelector": "oa:TextQuoteSelector",
        "Text": "http://purl.org/dc/dcmitype/Text",
        "identifying": "oa:identifying",
        "classifying": "oa:classifying",
        "tagging": "oa:tagging",
        "body": {"@type": "@id", "@id": "oa:hasBody"},
        "target": {"@type": "@id", "@id": "oa:hasTarget"},
        "source": {"@type": "@id", "@id": "oa:hasSource"},
        "selector": {"@type": "@id", "@id": "oa:hasSelector"},
        "state": {"@type": "@id", "@id": "oa:hasState"},
        "canonical": {"@type": "@id", "@id": "oa:canonical"},
        "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
        "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
        "format": "dc:format",
        "language": "dc:language",
        "value": "rdf:value",
        "exact": "oa:exact",
        "prefix": "oa:prefix",
        "suffix": "oa:suffix",
        "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
        "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
    }
}


def load_context(url: str, _options: Any) -> dict[str, Any]:
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contentType": None, "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def read(client: TestClient, slug: str, language: str = "en") -> dict[str, Any]:
    response = client.get(f"/{language}/quotes/{slug}.jsonld")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == PROFILE
    annotation: dict[str, Any] = response.json()
    return annotation


def resolve(selector: dict[str, Any], body: str) -> tuple[int, int]:
    """The span that a selector finds; it must be one."""
    if selector["type"] == "TextPositionSelector":
        return selector["start"], selector["end"]
    before, exact = selector["prefix"], selector["exact"]
    ((start, _),) = find_occurrences(body, before + exact + selector["suffix"])
    return start + len(before), start + len(before) + len(exact)


@pytest.mark.parametrize("noun", ["real", "cast"])
def test_every_selector_of_the_record_finds_the_same_span(
    request: pytest.FixtureRequest, noun: str
) -> None:
    client = request.getfixturevalue("client" if noun == "real" else "cast_client")
    database: Path = request.getfixturevalue(f"{noun}_database")
    sql = """SELECT quote.slug, quote.text, span_start, span_end, body, sha256 FROM quote
             JOIN article ON article.id = article_id"""
    rows = ask(database, sql)
    assert len(rows) >= 19
    for slug, words, start, end, body, sha256 in rows:
        target = read(client, slug)["target"]
        spans = {resolve(selector, body) for selector in target["selector"]}
        assert spans == {(start, end)}, slug
        assert body[start:end] == words == target["selector"][1]["exact"]
        assert target["state"]["schema:sha256"] == sha256


def test_words_that_stand_there_often_have_more_beside_them() -> None:
    again = "The minister said that he would not, could not and must not go there. "
    body = f"First. {again * 3}Last."
    start = body.index("not", body.index("not", len(again)) + len(again))
    quote = Quote(start=start, end=start + 3, article=Article(body=body))
    selector = words_of(quote)
    assert resolve({"type": "TextQuoteSelector", **selector}, body) == (start, start + 3)


def test_it_holds_who_speaks_of_what_and_how(client: TestClient) -> None:
    for language in LANGUAGES:
        page = open_page(client, f"/{language}/quotes/{REPORT}")
        bodies = read(client, REPORT, language)["body"]
        values = {
            purpose: [
                body["value"] for body in bodies if body["purpose"] == purpose and "value" in body
            ]
            for purpose in ("identifying", "classifying", "tagging")
        }
        assert values["identifying"] == texts(page, ".speaker a")
        assert values["tagging"] == texts(page, "#evidence ~ dl .topics a")
        assert values["classifying"][0] in texts(page, ".quote-face .meta")[0]
        sources = [body["source"] for body in bodies if "source" in body]
        assert sources == [f"{SITE}/actors/mike-pompeo"]


def test_what_nobody_says_identifies_nobody(client: TestClient) -> None:
    bodies = read(client, "challenge-of-armed-groups")["body"]
    assert "identifying" not in {body["purpose"] for body in bodies}


def test_it_is_json_ld_of_the_annotation_model(client: TestClient) -> None:
    annotation = read(client, REPORT, "fr")
    (expanded,) = jsonld.expand(annotation, {"documentLoader": load_context})
    assert expanded["@type"] == [f"{OA}Annotation"]
    assert expanded["@id"] == f"{SITE}/fr/quotes/{REPORT}.jsonld"
    (target,) = expanded[f"{OA}hasTarget"]
    assert target[f"{OA}hasSource"][0]["@id"] == f"{SITE}/articles/{ARTICLE}"
    (state,) = target[f"{OA}hasState"]
    assert state["@type"] == [f"{OA}State"]
    assert len(state["http://schema.org/sha256"][0]["@value"]) == 64
    selectors = {selector["@type"][0] for selector in target[f"{OA}hasSelector"]}
    assert selectors == {f"{OA}TextPositionSelector", f"{OA}TextQuoteSelector"}
    purposes = {body[f"{OA}hasPurpose"][0]["@id"] for body in expanded[f"{OA}hasBody"]}
    assert purposes == {f"{OA}identifying", f"{OA}classifying", f"{OA}tagging"}
    # Nothing fell out as unknown to the context.
    kept = len(jsonld.flatten(expanded))
    assert kept >= 1 + len(annotation["body"]) + 4


def test_it_says_what_the_offsets_count(client: TestClient) -> None:
    position = read(client, REPORT)["target"]["selector"][0]
    assert "body" in position["rdfs:comment"]


def test_the_page_leads_to_it(client: TestClient) -> None:
    page = open_page(client, f"/fr/quotes/{REPORT}")
    link = attribute(page, "link[type^='application/ld+json']", "href")
    assert link == read(client, REPORT, "fr")["id"]
    assert attribute(page, "link[type^='application/ld+json']", "type") == PROFILE


def test_clients_in_other_pages_may_read_it(client: TestClient) -> None:
    response = client.get(f"/en/quotes/{REPORT}.jsonld")
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_an_old_slug_leads_on_and_a_withdrawn_one_says_why(cast_client: TestClient) -> None:
    moved = cast_client.get("/fr/quotes/marsh-old-start.jsonld")
    assert (moved.status_code, moved.headers["Location"]) == (
        301,
        "/fr/quotes/marsh-new-start.jsonld",
    )
    assert cast_client.get("/en/quotes/verne-misheard.jsonld").status_code == 410
    assert cast_client.get("/en/quotes/nobody.jsonld").status_code == 404
