"""Whether a quotation is a speech of its own, a fragment built into a sentence, or a mere term."""

from dataclasses import dataclass, field

from app.extraction.quoted import SUBJECTS, first_word, is_clause
from app.extraction.scene import Scene

# What may stand before a speech that is otherwise alone in its sentence.
LEADS = {"et", "and", ",", "mais", "but", "-", "–", "—", "ou", "or", "(", "non", "oui", ":"}
# Rules that find the speaker of a whole sentence in another place than before it.
OF_SENTENCES = {"bare_colon_name", "inquit_after", "unknown_verb_after"}
PAUSES = {",", "—", "–", "--", "…"}
JOINING = {"et", "and", "puis", "then", "ou", "or"}
CALLING = {"call", "appeler", "évoquer"}
ARTICLES = {"la", "le", "les", "the"}


def kind_of(scene: Scene, at: int, text: str, rule: str, goes_on: bool) -> str:
    """full, partial or term, by how a quotation is built into its sentence.

    `rule` is what found its speaker, if anybody speaks; `goes_on`: a speech before an inquit does.
    """
    built = Built(scene, at, text, rule)
    if built.is_alone:
        return built.kind_alone()
    if not rule:
        return built.kind_unsaid()
    return "full" if built.is_speech(goes_on) else "partial"


@dataclass
class Built:
    """A quotation, and what tells how it is built into its sentence."""

    scene: Scene
    at: int
    text: str
    rule: str
    before: str = field(init=False)
    clause: bool = field(init=False)
    capital: bool = field(init=False)
    ends: bool = field(init=False)

    def __post_init__(self) -> None:
        self.before = self.scene.low(self.at - 1)
        self.clause = is_clause(self.text, self.scene.lexicon)
        self.capital = self.text[:1].isupper() or self.text[:1].isdigit()
        self.ends = self.text.rstrip("”’\"'» ").endswith((".", "!", "?", "…", ","))

    @property
    def is_alone(self) -> bool:
        """Whether nothing stands before it that it could be built into."""
        before = self.scene.tokens[: self.at]
        return all(token.quote >= 0 or token.low in LEADS for token in before)

    @property
    def opens_sentence(self) -> bool:
        """“"Nous partons", dit X, et "nous reviendrons"”: the sentence begins with a quotation."""
        return self.scene.tokens[0].quote >= 0

    @property
    def has_subject(self) -> bool:
        """“nous partirons”, “the plan is dead”: a pronoun or an article comes first."""
        language = self.scene.lexicon.language
        return first_word(self.text, self.scene.lexicon) in SUBJECTS[language] | ARTICLES

    def kind_unsaid(self) -> str:
        """Inside a sentence, and nobody says it: “la "feuille de route" du ministère”."""
        apart = self.scene.sentence.heading or self.capital or self.before in {":", ","}
        if self.clause and apart:
            return "full"
        if self.capital and (self.before == ":" or self.text.endswith(("!", "?"))):
            return "full"
        return "partial" if self.clause and len(self.text.split()) > 4 else "term"

    def kind_alone(self) -> str:
        """A sentence of its own, or the beginning of one: “"Nous partirons", a dit X”."""
        if not self.rule:
            long = self.capital and len(self.text.split()) > 2
            return "full" if long or self.clause or self.ends else "term"
        whole = self.rule in OF_SENTENCES and not self.scene.sentence.heading
        return "full" if whole or self.capital or self.clause else "partial"

    def is_speech(self, goes_on: bool) -> bool:
        """Inside a sentence that tells who says it: a speech, and no fragment."""
        listed_there = self.rule == "in_a_list" and self.scene.low(self.at - 3) == ":"
        if self.before == ":" or listed_there:
            return True
        if self.before == "“”":
            return self.capital or self.clause
        if goes_on:
            return self.clause or self.ends
        if self.is_reported() or self.is_said():
            return True
        if self.before in PAUSES:
            return self.capital or self.clause or self.is_split()
        if self.before in JOINING and self.clause and self.scene.low(self.at - 2) == "“”":
            return self.opens_sentence and self.has_subject
        if self.capital and self.is_direct():
            return self.ends or self.clause or self.rule == "banner" or len(self.text.split()) > 1
        bare = self.before not in self.scene.lexicon.words["determiners"]
        return self.capital and bare and self.text.endswith(("!", "?", "."))

    def is_reported(self) -> bool:
        """“Il a dit que "nous partirons"”: a clause with a subject, behind “que” or “qui”."""
        scene, at = self.scene, self.at
        if scene.lexicon.language != "fr" or self.before not in {"que", "qu'", "qui"}:
            return False
        if any(cue.says and at - 3 <= cue.last <= at for cue in scene.cues):
            return self.clause and first_word(self.text, scene.lexicon) in SUBJECTS["fr"]
        return self.clause and self.before == "qui" and self.has_subject

    def is_said(self) -> bool:
        """“X said "we agree"”: a clause with a subject, right behind a finite verb of saying."""
        right_before = [cue for cue in self.scene.cues if cue.last == self.at]
        says = any(cue.says and cue.lemma not in CALLING for cue in right_before)
        finite = not self.scene.lexicon.is_verb(self.before, "ig")
        return says and finite and self.clause and self.has_subject

    def is_split(self) -> bool:
        """“The champagne,” she said, “stays in the fridge.”"""
        ends = self.text.rstrip().endswith((".", "!", "?"))
        return self.rule == "split_speech" and self.before == "," and self.opens_sentence and ends

    def is_direct(self) -> bool:
        """Whether a verb of saying, “de” or a rule brings it at once: “a crié "Dehors"”."""
        if self.rule in ("banner", "reported_then_said") or self.before in {"de"}:
            return True
        return any(self.at in (cue.finish, cue.last) for cue in self.scene.cues)
