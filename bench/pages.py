"""The rows of the table that compare pages: each function measures one goal or a few."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

from bench.load import Measured, Order
from bench.oracle import Oracle, Question, check_page
from bench.peers import (
    check_datasette,
    datasette_address,
    start_bare,
    start_bytes,
    start_datasette,
    start_nginx,
)
from bench.rounds import Bench, Goal, Row
from bench.sites import Reply, Server, keeps_pages, start_site

KEPT = ("Accept-Encoding: br, gzip",)


def site(bench: Bench, size: int) -> Server:
    """The site on a corpus, each page made anew."""
    contest, corpus = bench.contest, bench.corpora[size]
    return contest.open(f"site {size}", lambda: start_site(corpus, contest.serving))


def datasette(bench: Bench, size: int) -> Server:
    contest, corpus = bench.contest, bench.corpora[size]
    return contest.open(f"datasette {size}", lambda: start_datasette(corpus, contest.serving))


@cache
def heaviest(corpus: Path) -> Question:
    """The speaker and topic with the most quotes together."""
    oracle = Oracle(corpus)
    speaker, topic = oracle.connection.execute(PAIRS + " LIMIT 1").fetchone()
    oracle.close()
    return Question(speaker=(speaker,), topic=(topic,))


PAIRS = (
    "SELECT s.slug, t.slug FROM quote q JOIN quote_topic l ON l.quote_id = q.id"
    " JOIN actor s ON s.id = q.speaker_id JOIN topic t ON t.id = l.topic_id"
    " GROUP BY s.id, t.id ORDER BY count(*) DESC, s.id, t.id"
)


@cache
def common_word(corpus: Path) -> str:
    """The word that most of the newest quotes have, of those that are looked for."""
    oracle = Oracle(corpus)
    texts = oracle.connection.execute("SELECT text FROM quote ORDER BY id LIMIT 1000").fetchall()
    oracle.close()
    counts: dict[str, int] = {}
    for (text,) in texts:
        for word in {word for word in text.lower().split() if len(word) > 5 and word.isalpha()}:
            counts[word] = counts.get(word, 0) + 1
    return max(counts, key=lambda word: (counts[word], word))


def verify(bench: Bench, server: Server, size: int, *questions: Question) -> list[int]:
    """See that each page is the right one before it is timed; the number of its quotes."""
    totals = []
    oracle = Oracle(bench.corpora[size])
    for question in questions:
        answer = oracle.answer(question)
        if wrong := check_page(server.page(question.address()), answer):
            raise RuntimeError(f"{question.address()} is wrong: {'; '.join(wrong[:3])}")
        totals.append(answer.total)
    oracle.close()
    return totals


def order(bench: Bench, server: Server, address: str, connections: int = 4) -> Order:
    return Order(server.port, [address], bench.contest.seconds, connections)


def rates(one: Measured, other: Measured) -> str:
    return f"{one.rate:,.1f} and {other.rate:,.1f} a second"


# Datasette


def facets_and_datasette(bench: Bench) -> Iterator[Row]:
    """Quotes by speaker and topic with all facets, at each size."""
    for size in sorted({bench.large, bench.middle, bench.small}, reverse=True):
        bound = 12 if size == bench.small else 70 if size == bench.middle else 500
        goal = Goal(f"quotes by speaker and topic, all facets, {size:,}", "Datasette", bound)
        question = heaviest(bench.corpora[size])
        yield against_datasette(bench, size, question, goal)


def search_and_datasette(bench: Bench) -> Iterator[Row]:
    corpus = bench.corpora[bench.large]
    goal = Goal(f"search with both facets, {bench.large:,}", "Datasette with one facet", 10)
    yield against_datasette(bench, bench.large, Question(q=common_word(corpus)), goal)


def against_datasette(bench: Bench, size: int, question: Question, goal: Goal) -> Row:
    corpus = bench.corpora[size]
    ours, theirs = site(bench, size), datasette(bench, size)
    (total,) = verify(bench, ours, size, question)
    if wrong := check_datasette(theirs, corpus, question, total):
        return Row(goal, None, f"Datasette's answer is not complete: {'; '.join(wrong)}")
    found = bench.contest.run(
        {
            "site": order(bench, ours, question.address(), 2),
            "datasette": order(bench, theirs, datasette_address(corpus, question), 2),
        }
    )
    reached = found["site"].rate / found["datasette"].rate
    return Row(goal, reached, rates(found["site"], found["datasette"]))


# The site and itself


def large_and_small(bench: Bench) -> Iterator[Row]:
    """The same question of a large corpus and of a small one."""
    goal = Goal(f"quotes by speaker and topic, {bench.large:,}", f"itself at {bench.small:,}", 0.9)
    addresses = {}
    for size in (bench.large, bench.small):
        question = heaviest(bench.corpora[size])
        verify(bench, site(bench, size), size, question)
        addresses[size] = question.address()
    yield both_sizes(bench, goal, addresses)
    for noun in ("events", "articles", "actors"):
        goal = Goal(f"one of {noun}, {bench.large:,}", f"itself at {bench.small:,}", 0.9)
        sizes = (bench.large, bench.small)
        yield both_sizes(bench, goal, {size: record(bench, size, noun) for size in sizes})


def both_sizes(bench: Bench, goal: Goal, addresses: dict[int, str]) -> Row:
    orders = {f"{n}": order(bench, site(bench, n), address) for n, address in addresses.items()}
    found = bench.contest.run(orders)
    large, small = found[f"{bench.large}"], found[f"{bench.small}"]
    return Row(goal, large.rate / small.rate, rates(large, small))


def record(bench: Bench, size: int, noun: str) -> str:
    """A record that is much alike at any size, and whose page bears its name."""
    oracle = Oracle(bench.corpora[size])
    slug, name = oracle.connection.execute(ALIKE[noun]).fetchone()
    oracle.close()
    address = f"/en/{noun}/{slug}"
    if name not in site(bench, size).page(address):
        raise RuntimeError(f"{address} is not the page of {name}")
    return address


ALIKE = {
    # Three quotes and two actors, or as near as there is.
    "events": "WITH said AS (SELECT event_id, count(*) n FROM quote GROUP BY 1),"
    " met AS (SELECT event_id, count(*) n FROM event_actor GROUP BY 1)"
    " SELECT slug, title_en FROM event e JOIN said ON said.event_id = e.id"
    " JOIN met ON met.event_id = e.id ORDER BY abs(said.n - 3) + abs(met.n - 2), e.id LIMIT 1",
    # Ten quotes, in so long a text.
    "articles": "WITH said AS (SELECT article_id, count(*) n FROM quote GROUP BY 1)"
    " SELECT slug, title_en FROM article a JOIN said ON said.article_id = a.id"
    " ORDER BY abs(said.n - 10) * 100 + abs(body_length - 2800), a.id LIMIT 1",
    # The one who says most.
    "actors": "SELECT slug, name FROM actor s ORDER BY id LIMIT 1",
}


def search_and_list(bench: Bench) -> Iterator[Row]:
    """The search of a common word with facets, the same without, and the slowest page."""
    corpus = bench.corpora[bench.large]
    plain, pair = Question(), heaviest(corpus)
    search = Question(q=common_word(corpus))
    slowest = Question(pair.speaker, pair.topic, q=search.q)
    server = site(bench, bench.large)
    verify(bench, server, bench.large, plain, search, slowest)
    names = {"plain": plain, "search": search, "slowest": slowest, "pair": pair}
    found = bench.contest.run(
        {name: order(bench, server, one.address(), 1) for name, one in names.items()}
    )
    goal = Goal(f"search with facets, common word, {bench.large:,}", "without the search", 0.25)
    reached = found["search"].rate / found["plain"].rate
    yield Row(goal, reached, rates(found["search"], found["plain"]))
    goal = Goal("p99 on one connection, list and search", "its own median", 2, at_most=True)
    tails = {name: found[name].p99 / found[name].median for name in ("pair", "search")}
    yield Row(goal, max(tails.values()), "list {pair:.2f}, search {search:.2f}".format(**tails))
    goal = Goal("search, speaker and topic, median", "the plain list", 8, at_most=True)
    medians = found["slowest"].median, found["plain"].median
    how = f"{medians[0]:.2f} and {medians[1]:.2f} ms"
    yield Row(goal, medians[0] / medians[1], how)


def many_addresses(bench: Bench) -> Iterator[Row]:
    """Two thousand addresses of whole pages, in random order, and one of them over and over."""
    goal = Goal("2,000 addresses in random order", "one address, not kept", 0.7)
    corpus, server = bench.corpora[bench.large], site(bench, bench.large)
    one = heaviest(corpus)
    verify(bench, server, bench.large, one)
    addresses = list_addresses(corpus)
    seconds = bench.contest.seconds
    found = bench.contest.run(
        {
            "many": Order(server.port, addresses, seconds, 4, at_random=True),
            "one": order(bench, server, one.address()),
        }
    )
    how = f"{len(addresses):,} addresses; {rates(found['many'], found['one'])}"
    yield Row(goal, found["many"].rate / found["one"].rate, how)


def list_addresses(corpus: Path, most: int = 2000) -> list[str]:
    """Different lists, of the pairs with the most quotes, in both languages and views."""
    oracle = Oracle(corpus)
    pairs = oracle.connection.execute(f"{PAIRS} LIMIT {most // 2}").fetchall()
    oracle.close()
    questions = [Question(speaker=(speaker,), topic=(topic,)) for speaker, topic in pairs]
    views = product(("", "&view=table"), questions, ("en", "fr"))
    return [question.address(language) + view for view, question, language in views][:most]


# Bare applications


def bare_template(bench: Bench) -> Iterator[Row]:
    goal = Goal(
        f"quotes by speaker and topic, {bench.large:,}", "a bare FastAPI and Jinja route", 1.5
    )
    corpus, contest = bench.corpora[bench.large], bench.contest
    question = heaviest(corpus)
    ours = site(bench, bench.large)
    bare = contest.open(
        "template",
        lambda: start_bare("template", contest.serving, str(corpus), question.address()),
    )
    verify(bench, ours, bench.large, question)
    verify(bench, bare, bench.large, question)
    found = contest.run(
        {
            "site": order(bench, ours, question.address()),
            "bare": order(bench, bare, question.address()),
        }
    )
    yield Row(goal, found["site"].rate / found["bare"].rate, rates(found["site"], found["bare"]))


def kept_pages(bench: Bench) -> Iterator[Row]:
    """A page the second time and its 304, beside bare applications with the same bytes."""
    kept = Goal("a page, second time (kept)", "a bare ASGI application, same bytes", 0.8)
    unchanged = Goal("304", "a bare ASGI application, the page's bytes", 1.0)
    if not keeps_pages():
        yield Row(kept, None, "no page is kept yet")
        yield Row(unchanged, None, "no page has an ETag yet")
        return
    contest, corpus = bench.contest, bench.corpora[bench.large]
    question = heaviest(corpus)
    address = question.address()
    ours = contest.open("kept", lambda: start_site(corpus, contest.serving, keep=64))
    verify(bench, ours, bench.large, question)
    wanted = {"Accept-Encoding": "br, gzip"}
    ours.get(address, wanted)
    reply = ours.get(address, wanted)
    bare = contest.open("bytes", lambda: start_bytes(reply, contest.serving))
    nginx = start_nginx(reply.body, contest.serving)
    if nginx:
        contest.open("nginx", lambda: nginx)
    same_bytes(bare, address, reply)
    yield from compare_kept(bench, (kept, unchanged), address, reply)


def same_bytes(bare: Server, address: str, reply: Reply) -> None:
    if bare.get(address).body != reply.body:
        raise RuntimeError("the bare application answers other bytes")


def compare_kept(
    bench: Bench, goals: tuple[Goal, Goal], address: str, reply: Reply
) -> Iterator[Row]:
    servers, seconds = bench.contest.servers, bench.contest.seconds
    fresh = (*KEPT, f"If-None-Match: {reply.header('etag')}")
    names = [name for name in ("kept", "bytes", "nginx") if name in servers]
    orders: dict[str, Order] = {}
    for name in names:
        orders[name] = Order(servers[name].port, [address], seconds, 8, KEPT)
    for name in ("kept", "bytes"):
        orders[f"304 {name}"] = Order(servers[name].port, [address], seconds, 8, fresh)
    found = bench.contest.run(orders)
    how = rates(found["kept"], found["bytes"])
    how += f"; nginx with a file: {found['nginx'].rate:,.0f}" if "nginx" in found else ""
    yield Row(goals[0], found["kept"].rate / found["bytes"].rate, how)
    if set(found["304 kept"].statuses) != {"304"} and "wrong" not in found["304 kept"].statuses:
        yield Row(goals[1], None, f"answers {found['304 kept'].statuses} to its own ETag")
        return
    how = f"{rates(found['304 kept'], found['bytes'])}; a bare 304: {found['304 bytes'].rate:,.0f}"
    yield Row(goals[1], found["304 kept"].rate / found["bytes"].rate, how)
