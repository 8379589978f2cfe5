"""Checks of how a request can be made (GDPR Art. 12(2)-(6), rec. 57, 59, 64)."""

from collections.abc import Iterator

from privacy.notices.compliance.engine.catalogue import rules
from privacy.notices.compliance.engine.finding import Hit, of_notice, of_section
from privacy.notices.compliance.engine.registry import check
from privacy.notices.compliance.engine.stems import Said, Words
from privacy.notices.compliance.engine.topics import speaks_of
from privacy.notices.compliance.engine.view import NoticeView, SectionView
from privacy.notices.compliance.engine.vocabulary import (
    ALSO_ORALLY_OR_BY_MAIL,
    AUTHORISATION,
    DEMAND,
    NO_DEMAND,
    NOT,
    REQUEST,
    RIGHTS_KEYS,
)

_SIGNED = Words(
    fi=r"allekirjoit|omakätis",
    sv=r"underskri|undertecknad|underteckna|egenhändig",
    en=r"\bsigned\b|\bsign\b|signature|handwritten",
)
_IN_WRITING = Words(fi=r"kirjalli", sv=r"skriftlig", en=r"in writing|\bwritten\b")
_WE_ANSWER = Words(
    fi=r"vastat|vastau|vastaam|annamme|ilmoitamme|todistu[sk]sen|todistus|perustelemme|päätö|jäljennö|kopio",
    sv=r"svar|vi meddelar|vi ger|intyg|motivera|beslut|kopia",
    en=r"\banswer|\brepl|respond|we (?:give|tell|inform)|certificate|decision|\bcop(?:y|ies)\b",
)
_ALTERNATIVE = Words(
    fi=r"\btai\b|\bmyös\b|esimerkiksi|\besim",
    sv=r"\beller\b|också|även|till exempel|t\.ex",
    en=r"\bor\b|\balso\b|for example|e\.g|such as",
)
_IDENTITY = Words(
    fi=r"henkilölli|henkilötodistu|\bpassi|ajokort",
    sv=r"identitet|legitim|\bpass\b|körkort|id-handling|identitetsbevis",
    en=r"identity|\bid\b|passport|driving licen|identification",
)
_ALWAYS = Words(
    fi=r"\baina\b|poikkeukset|jokaise", sv=r"\balltid\b|varje", en=r"\balways\b|in every case|every request"
)
_WITH_REASON = Words(
    fi=r"tarvittaessa|\bjos\b|\bmikäli\b|perustel|epäil|epäselv|pyytää lisätieto|voimme pyytää|voidaan pyytää"
    r"|kohtuulli|todentautumi|tunnistaudu",
    sv=r"vid behov|\bom vi\b|\bom det\b|\bom du inte\b|rimlig|tvivel|betvivl|tvivla|oklar|kan vi be\b|vi kan be\b",
    en=r"if necessary|where necessary|when necessary|\bif\b|\bwhere\b|reasonable|doubt|we may\b|in case",
)
_LANGUAGE = Words(
    fi=r"\bsuomeksi|\benglanniksi|suomen kielel|englannin kielel|suomenkieli|englanninkieli",
    sv=r"på finska|på engelska",
    en=r"in finnish|in english",
)
_SWEDISH = Words(fi=r"ruotsi", sv=r"svensk", en=r"swedish")
_MONTH = Words(fi=r"kuukau|\b30 (?:päiv|vrk)|\bkk\b", sv=r"månad|\b30 dagar", en=r"month|\b30 days")
_MAKES_REQUEST = Words(
    fi=r"pyyn|pyydä|pyyt|kielto|kiellon|vaatimu|yhteydeno|ottamalla yhte",
    sv=r"begär|förbud|anhållan|kontakta",
    en=r"request|contact|application",
)

# How a request "is made" demands a form as much as how it must be made.
_DEMANDS_FORM = DEMAND | Words(
    fi=r"\bpyydetään\b|\bosoitetaan\b|\besitetään\b|\besittämällä\b|\blähetetään\b|\btoimitetaan\b|\btehdään\b",
    sv=r"\briktas\b|\bgörs\b|\bskickas\b|\blämnas in\b|\bombeds?\b",
    en=r"\bplease\b|\b(?:is|are) (?:made|sent|submitted)\b",
)
_DEMANDS_SIGNATURE = Said(_SIGNED, REQUEST, _DEMANDS_FORM, unless=[NO_DEMAND, AUTHORISATION, _WE_ANSWER])
_DEMANDS_WRITING = Said(_IN_WRITING, REQUEST, _DEMANDS_FORM, unless=[NO_DEMAND, AUTHORISATION, _WE_ANSWER])
_DEMANDS_IDENTITY = Said(_IDENTITY, DEMAND, unless=[NO_DEMAND, _WITH_REASON])
_ALWAYS_IDENTITY = Said(_IDENTITY, _ALWAYS, unless=[NOT, _WITH_REASON])
_OTHER_WAY = Said(_ALTERNATIVE, ALSO_ORALLY_OR_BY_MAIL)
_LIMITS_LANGUAGE = Said(_LANGUAGE, _MAKES_REQUEST, unless=[_SWEDISH, _WE_ANSWER])

_PLACES = (*RIGHTS_KEYS, "contact_person", "other")


def _demands(notice: NoticeView, demand: Said) -> Iterator[tuple[SectionView, str]]:
    """Give the sentences of the rights sections that demand something and leave no easier way open."""
    for section in notice.of_key(*_PLACES):
        for sentence in section.sentences:
            match = demand.holds(sentence.low, section.language)
            if match and not _OTHER_WAY.holds(sentence.low, section.language):
                yield section, sentence.excerpt(match.start(), match.end())


@check("PN037")
def handwritten_signature_required(notice: NoticeView) -> Iterator[Hit]:
    """A request must be signed; an authorisation may have to be."""
    for section, words in _demands(notice, _DEMANDS_SIGNATURE):
        yield of_section(section, words)


@check("PN038")
def written_form_required(notice: NoticeView) -> Iterator[Hit]:
    """A request must be in writing, and neither email, a form nor telling is offered beside it."""
    for section, words in _demands(notice, _DEMANDS_WRITING):
        yield of_section(section, words)


@check("PN039")
def identity_check_unconditional(notice: NoticeView) -> Iterator[Hit]:
    """Identity must always be proved; "where needed" and "if there is reason to doubt it" are lawful (Art. 12(6))."""
    for demand in (_DEMANDS_IDENTITY, _ALWAYS_IDENTITY):
        for section, words in demand.find(notice.of_key(*_PLACES)):
            yield of_section(section, words)


@check("PN040")
def request_language_limited(notice: NoticeView) -> Iterator[Hit]:
    """Languages of requests are named without Swedish, in Finland; a warning for a public body."""
    if not all(map(rules()["PN040"].holds_in, notice.countries)):
        return
    for section, words in _LIMITS_LANGUAGE.find(notice.of_key(*_PLACES)):
        yield of_section(section, words, "warning" if notice.is_public_body else "")


@check("PN041")
def response_time_missing(notice: NoticeView) -> Iterator[Hit]:
    """Nothing near the rights says within which time a request is answered."""
    if not any(_MONTH.search(section.all_low, section.language) for section in notice.of_key(*_PLACES)):
        yield of_notice()


@check("PN042")
def other_rights_catch_all(notice: NoticeView) -> Iterator[Hit]:
    """Rights are lumped together as "other rights"."""
    for section in notice.of_key("other_rights"):
        yield of_section(section)


@check("PN068")
def request_instructions_missing(notice: NoticeView) -> Iterator[Hit]:
    """Nothing says how or where to make a request, and no form is linked."""
    if not notice.form_linked and not speaks_of(notice, "exercising_rights"):
        yield of_notice()
