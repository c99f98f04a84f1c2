"""The pictures for sharing: what they say, that nothing is cut silently, how they are kept."""

import inspect
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pydantic import ValidationError
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from app.formats.cards import Badge, Card
from app.formats.edition import Edition
from app.formats.picture import PAPER, SPEAKERS, draw_and_remember, draw_card, fingerprint, lay_out
from app.formats.typesetting import ARABIC, SERIF, Type, find_runs
from app.settings import Settings
from app.views.pictures import find_card, picture
from tests.conftest import ROOT
from tests.editing import ARTICLE, change
from tests.reading import LANGUAGES, engine_of

Open = Callable[..., TestClient]

REPORT = "pompeo-lowest-level-as-fast-as-possible"
LONGEST = "trump-soldiers-out-fairly-quickly"
CARD = Card("Site", "Quote", "Few words.", ("August 2020",), "shortened", Badge("A", 1), "Ana")


@pytest.fixture
def session(client: TestClient) -> Iterator[Session]:
    with Session(engine_of(client)) as session:
        yield session


def card_of(session: Session, record: str, language: str = "en") -> Card:
    noun, _, slug = record.partition("/")
    card = find_card(session, noun, slug, Edition(language, "http://127.0.0.1:8000"))
    assert card is not None
    return card


def open_image(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def paper_around(image: Image.Image) -> bool:
    """Whether nothing but paper stands in the margins, the speaker's colour at the left apart."""
    margins = [(26, 0, 1200, 20), (1140, 0, 1200, 630), (26, 612, 1200, 630), (26, 0, 76, 630)]
    colours = {image.crop(box).getcolors()[0][1] for box in margins}  # type: ignore[index]
    single = all(len(image.crop(box).getcolors(9999) or ()) == 1 for box in margins)
    return single and colours == {tuple(bytes.fromhex(PAPER[1:]))}


# What they say


def test_a_quotes_card_names_speaker_date_kind_and_rendering(session: Session) -> None:
    card = card_of(session, f"quotes/{REPORT}")
    assert (card.name, card.name_in_arabic) == ("Mike Pompeo", "مايك بومبيو")
    assert card.facts == (
        "20 August 2020, inferred · Full quote",
        "reporting the position of Donald Trump",
        "rendering, original wording not located",
    )
    french = card_of(session, f"quotes/{REPORT}", "fr")
    assert french.facts[0] == "20 août 2020, par déduction · Citation complète"
    assert french.words == card.words


def test_words_that_are_no_rendering_are_not_said_to_be(session: Session) -> None:
    facts = card_of(session, "quotes/washington-reduce").facts
    assert not [fact for fact in facts if "rendering" in fact]


def test_what_nobody_says_has_no_speaker(session: Session) -> None:
    card = card_of(session, "quotes/challenge-of-armed-groups")
    assert (card.name, card.name_in_arabic) == ("No speaker", "")
    assert card.badge == Badge("–", 0)
    assert card.facts == ("August 2020, date of the article · Term",)


def test_a_speaker_who_is_inferred_is_said_to_be(client: TestClient, session: Session) -> None:
    def basis(slug: str, language: str) -> str:
        return card_of(session, f"quotes/{slug}", language).name_basis

    told = client.get("/api/v1/quotes?limit=100").json()["quotes"]
    assert {quote["basis"] for quote in told} == {"stated", "inferred", None}
    for quote in told:
        words = (", inferred", ", par déduction") if quote["basis"] == "inferred" else ("", "")
        assert tuple(basis(quote["slug"], language) for language in LANGUAGES) == words


def test_titles_of_ours_are_said_to_be(session: Session) -> None:
    event = card_of(session, "events/trump-receives-al-kazimi")
    assert event.facts[-1] == "title ours"
    assert event.facts[0] == "20 August 2020, inferred · The White House"
    article = card_of(session, f"articles/{ARTICLE}")
    assert article.facts == (
        "article in French, August 2020 · 19 quotes",
        "Editorial title, ours: the source has none",
    )
    election = card_of(session, "events/us-presidential-election-2020")
    assert "still to come" in election.facts[0]


def test_an_actors_card_prefers_the_arabic_form_to_the_persian(session: Session) -> None:
    card = card_of(session, "actors/qassem-soleimani")
    assert card.name_in_arabic == "قاسم سليماني"
    assert card.facts == ("Mentioned 1 time, never quoted",)


# How they are drawn


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "record",
    [
        f"quotes/{LONGEST}",
        "events/strategic-dialogue-opens",
        "actors/hachd-al-chaabi",
        f"articles/{ARTICLE}",
    ],
)
def test_a_picture_is_of_the_size_that_is_promised(
    client: TestClient, language: str, record: str
) -> None:
    response = client.get(f"/{language}/{record}.png")
    assert response.headers["Content-Type"] == "image/png"
    image = open_image(response.content)
    assert image.size == (1200, 630)
    assert paper_around(image)
    assert len(response.content) < 300_000


def test_every_word_of_every_record_is_drawn(client: TestClient) -> None:
    for line in (ROOT / "seeds" / "permalinks.txt").read_text().split():
        if not line.startswith("topics/"):
            for language in LANGUAGES:
                with Session(engine_of(client)) as session:  # which has a second, as a page has
                    card = card_of(session, line, language)
                words, facts = lay_out(card)
                assert not words.cut, line
                assert " ".join(words.lines) == re.sub(r"[ \n]+", " ", card.words), line
                assert " ".join(facts) == " ".join(card.facts)


@pytest.mark.parametrize("text", ["word and " * 250, "x" * 2000, "Wide WORDS " * 182])
def test_what_is_too_long_is_shortened_and_said_to_be(text: str) -> None:
    card = replace(CARD, words=text)
    words, facts = lay_out(card)
    assert words.cut
    assert words.lines[-1].endswith("…")
    assert facts[-1] == "shortened"
    assert text.replace(" ", "").startswith("".join(words.lines).rstrip("…").replace(" ", ""))
    assert paper_around(open_image(draw_card(card)))


def test_a_long_text_that_has_room_is_whole() -> None:
    words, facts = lay_out(replace(CARD, words="so it is " * 50))
    assert not words.cut
    assert facts == ["August 2020"]
    assert len(" ".join(words.lines).split()) == 150


def test_arabic_is_joined_and_runs_from_right_to_left() -> None:
    type_ = Type(SERIF, 80, 400)
    name = "الكاظمي"
    assert type_.length(name) < 0.9 * sum(type_.length(letter) for letter in name)
    # A tall alif, then a low stroke: the tall one stands at the right.
    image = Image.new("L", (400, 120), 255)
    end = type_.draw(ImageDraw.Draw(image), 0, 90, "اــــــ", "#000000")
    tall = image.crop((0, 0, round(end), 70)).point(lambda value: 255 - value).getbbox()
    assert tall is not None
    assert tall[0] > end / 2


def test_what_follows_the_name_is_drawn() -> None:
    assert draw_card(replace(CARD, name_basis=", inferred")) != draw_card(CARD)


def test_each_script_has_its_face() -> None:
    runs = list(find_runs("Kazimi الكاظمي مصطفى à Erdoğan", SERIF))
    assert [words for words, _ in runs] == ["Kazimi ", "الكاظمي مصطفى", " à Erdo", "ğ", "an"]
    assert [file for _, file in runs] == [
        "newsreader-latin.woff2",
        ARABIC,
        "newsreader-latin.woff2",
        "newsreader-latin-ext.woff2",
        "newsreader-latin.woff2",
    ]


def test_the_colours_are_those_of_the_style_sheet() -> None:
    css = (ROOT / "static" / "site.css").read_text("utf-8")
    found = re.findall(r"\.speaker-\d \{ --speaker: light-dark\((#\w+),", css)
    assert list(SPEAKERS[1:]) == found
    assert f"--paper: light-dark({PAPER}," in css
    image = open_image(draw_card(replace(CARD, badge=Badge("B", 3))))
    assert image.getpixel((5, 300)) == tuple(bytes.fromhex(SPEAKERS[3][1:]))


# How they are kept


def test_a_picture_is_asked_for_again_only_if_it_changed(open_site: Open, database: Path) -> None:
    client, address = open_site(database), f"/en/quotes/{REPORT}.png"
    first = client.get(address)
    assert first.headers["Cache-Control"] == "public, max-age=3600"
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(address, headers={"If-None-Match": '"other"'}).content == first.content
    change(database, "UPDATE actor SET name = 'Mike P.' WHERE slug = 'mike-pompeo'")
    changed = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != first.headers["ETag"]
    assert changed.content != first.content


def test_memory_keeps_a_bounded_number() -> None:
    assert draw_and_remember.cache_info().maxsize == 64


def test_a_folder_keeps_them_where_one_is_named(
    open_site: Open, database: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kept" / "pictures"
    client, address = open_site(database, cache=folder), f"/en/quotes/{REPORT}.png"
    first = client.get(address)
    (file,) = folder.iterdir()
    assert file.stem == first.headers["ETag"].strip('"')
    assert file.read_bytes() == first.content
    file.write_bytes(open_small())
    assert client.get(address).content == open_small()
    change(database, "UPDATE quote SET wording = 'unknown' WHERE slug = ?", REPORT)
    assert client.get(address).content not in (first.content, open_small())
    assert {path.suffix for path in folder.iterdir()} == {".png"}
    assert len(list(folder.iterdir())) == 2


def open_small() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (1, 1)).save(file, "PNG")
    return file.getvalue()


def test_a_folder_that_cannot_be_written_to_costs_no_picture(
    open_site: Open, real_database: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    client = open_site(real_database, cache=tmp_path / "file" / "below")
    assert client.get("/en/actors/iran.png").status_code == 200


def test_a_cache_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ValidationError, match="must name a folder"):
        Settings(cache=tmp_path / "file")
    assert Settings(cache="").cache is None


def test_two_cards_alike_are_one_picture_and_any_other_is_another() -> None:
    assert fingerprint(CARD) == fingerprint(replace(CARD))
    changes = {"words": "Others.", "name": "Bo", "badge": Badge("A", 2), "facts": ("2020",)}
    prints = {fingerprint(replace(CARD, **{key: value})) for key, value in changes.items()}  # type: ignore[arg-type]
    assert len({*prints, fingerprint(CARD)}) == 5


def test_drawing_holds_up_no_other_request() -> None:
    """A view that is no coroutine runs in a thread."""
    assert not inspect.iscoroutinefunction(picture)


def test_an_old_slug_leads_on_and_a_withdrawn_one_says_why(cast_client: TestClient) -> None:
    moved = cast_client.get("/fr/actors/anna-verne.png")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/fr/actors/ana-verne.png")
    assert cast_client.get("/en/events/rumour.png").status_code == 410
    assert cast_client.get("/en/quotes/nobody.png").status_code == 404
    assert cast_client.get("/en/topics/river.png").status_code == 404
