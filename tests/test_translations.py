"""The texts to translate are found exactly as Django looks them up, and the catalogues keep in step with them."""

from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from django.template import Context, Engine
from django.template.loader import get_template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils import translation
from django.utils.translation import trim_whitespace
from pytest_django import Settings

from tests.our_templates import template_names
from tools.messages import find_messages
from tools.translations import CATALOGUES, Catalogue, compile_catalogue, extract, problems

WriteFile = Callable[[str, str], None]


@pytest.fixture
def write(tmp_path: Path) -> WriteFile:
    """Give a function that writes a file of a small project."""

    def write_file(name: str, text: str) -> None:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    return write_file


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Give the catalogue of the small project, in folder `shop`."""
    return Catalogue(tmp_path / "locale", ("shop",), root=tmp_path)


def translate(catalogue: Catalogue, **texts: str) -> None:
    """Write translations into the Finnish .po file: texts by msgid."""
    po = catalogue.po("fi")
    for entry in po:
        if entry.msgid in texts:
            entry.msgstr = texts[entry.msgid]
    po.save(str(catalogue.po_path("fi")))


TEMPLATES = {
    "plain": '{% translate "Send the request" %}',
    "context": '{% translate "New" context "state of a request" %}',
    "percent": '{% translate "100 % done" %}',
    "quotes": """{% translate 'Say "yes"' %}""",
    "as": '{% translate "Name" as label %}{{ label }}',
    "block": "{% blocktranslate %}Due on {{ day }}{% endblocktranslate %}",
    "with": "{% blocktranslate with day=day|upper %}Due on {{ day }} at 100 %{% endblocktranslate %}",
    "trimmed": "{% blocktranslate trimmed %}\n  Due on {{ day }},\n    at noon.\n{% endblocktranslate %}",
    "untrimmed": "{% blocktranslate %}Due on {{ day }},\n  at noon.{% endblocktranslate %}",
    "block context": '{% blocktranslate trimmed context "a letter" %}\n Dear {{ day }}\n{% endblocktranslate %}',
    "one": "{% blocktranslate trimmed count n=one %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}",
    "many": "{% blocktranslate trimmed count n=many %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}",
    "argument": '{{ nothing|default:_("None given") }}',
    "constant": '{{ _("Hello") }}',
    "tag argument": '{% firstof nothing _("Nobody") %}',
}


@pytest.mark.parametrize("source", TEMPLATES.values(), ids=TEMPLATES)
def test_texts_are_found_as_they_are_looked_up(
    source: str, write: WriteFile, catalogue: Catalogue, settings: Settings
) -> None:
    write("shop/templates/page.html", "<p>it's (not) {% if 1 %}\n\t  code:\n  {% endif %}{% load i18n %}" + source)
    extract(catalogue, "fi")
    po = catalogue.po("fi")
    (entry,) = po
    if entry.msgid_plural:
        entry.msgstr_plural = {0: f"[{entry.msgid}]", 1: f"[{entry.msgid_plural}]"}
    entry.msgstr = f"[{entry.msgid}]"
    po.save(str(catalogue.po_path("fi")))
    compile_catalogue(catalogue, "fi")
    settings.LOCALE_PATHS = [str(catalogue.locale)]
    template = Engine(libraries={"i18n": "django.templatetags.i18n"}).from_string("{% load i18n %}" + source)
    with translation.override("fi"):
        shown = template.render(Context({"day": "Friday", "one": 1, "many": 2, "nothing": ""}))
    assert shown.startswith("[")
    assert shown.endswith("]")


def test_texts_are_found_in_python(write: WriteFile, tmp_path: Path) -> None:
    write(
        "shop/models.py",
        "from django.utils.translation import gettext_lazy as _, ngettext, npgettext, pgettext_lazy\n"
        "# Translators: on a button\n"
        'label = _("Send "\n  "it")\n'
        'days = lambda n: ngettext("%(n)s day", "%(n)s days", n)\n'
        'state = pgettext_lazy("state", "New")\n'
        'count = lambda n: npgettext("letters", "one", "many", n)\n'
        'other = print("not a text to translate")\n',
    )
    write("shop/migrations/0001.py", '_("from a migration")')
    found = [
        (message.context, message.text, message.plural, message.comments)
        for message in find_messages(tmp_path, ["shop"])
    ]
    assert found == [
        (None, "Send it", "", ["Translators: on a button"]),
        (None, "%(n)s day", "%(n)s days", []),
        ("state", "New", "", []),
        ("letters", "one", "many", []),
    ]


def test_every_text_of_our_templates_is_found() -> None:
    found = {message.key for catalogue in CATALOGUES for message in catalogue.messages()}
    looked_up = set()
    for name in template_names():
        template = get_template(name).template  # type: ignore[attr-defined]
        for block in template.nodelist.get_nodes_by_type(BlockTranslateNode):
            text = block.render_token_list(block.singular)[0]
            context = block.message_context.resolve(Context()) if block.message_context else None
            looked_up.add((context, trim_whitespace(text) if block.trimmed else text))
        for tag in template.nodelist.get_nodes_by_type(TranslateNode):
            context = tag.message_context.resolve(Context()) if tag.message_context else None
            looked_up.add((context, tag.filter_expression.var.literal.replace("%", "%%")))
    assert looked_up
    assert looked_up - found == set()


def test_a_text_has_one_plural(write: WriteFile, tmp_path: Path) -> None:
    write("shop/a.py", 'ngettext("day", "days", 1)')
    write("shop/b.py", 'ngettext("day", "all days", 1)')
    with pytest.raises(ValueError, match=r"shop/b\.py: 'day' has another plural in shop/a\.py"):
        find_messages(tmp_path, ["shop"])


def test_extracting_again_changes_nothing(write: WriteFile, catalogue: Catalogue) -> None:
    write("shop/b.py", '_("Two")\n_("One")\n_("A rather long text, " "' + "with many words, " * 12 + '")')
    write("shop/a.py", '_("One")\nngettext("%(n)s day", "%(n)s days", 1)')
    extract(catalogue, "fi")
    translate(catalogue, One="Yksi")
    extract(catalogue, "fi")
    first = catalogue.po_path("fi").read_bytes()
    write("shop/b.py", "\n\n\n" + catalogue.root.joinpath("shop/b.py").read_text())
    extract(catalogue, "fi")
    assert catalogue.po_path("fi").read_bytes() == first
    assert 'msgstr "Yksi"' in first.decode()
    assert b"#: shop/a.py shop/b.py\n" in first


def test_extracting_guesses_no_translation(write: WriteFile, catalogue: Catalogue) -> None:
    write("shop/a.py", '_("Send the request")')
    extract(catalogue, "fi")
    translate(catalogue, **{"Send the request": "Lähetä pyyntö"})
    write("shop/a.py", '_("Send the requests")')
    extract(catalogue, "fi")
    (entry,) = catalogue.po("fi")
    assert (entry.msgid, entry.msgstr, entry.fuzzy, entry.obsolete) == ("Send the requests", "", False, False)


def test_compiling_gives_the_same_bytes(write: WriteFile, catalogue: Catalogue) -> None:
    write("shop/a.py", '_("One")\n_("Two")')
    extract(catalogue, "fi")
    translate(catalogue, One="Yksi", Two="Kaksi")
    compile_catalogue(catalogue, "fi")
    compiled = catalogue.po_path("fi").with_suffix(".mo")
    first = compiled.read_bytes()
    compile_catalogue(catalogue, "fi")
    assert compiled.read_bytes() == first
    assert [entry.msgstr for entry in polib.mofile(str(compiled))] == ["Yksi", "Kaksi"]


def test_a_finished_catalogue_has_no_problems(write: WriteFile, catalogue: Catalogue) -> None:
    write("shop/a.py", '_("One %(thing)s")')
    extract(catalogue, "fi")
    translate(catalogue, **{"One %(thing)s": "Yksi %(thing)s"})
    compile_catalogue(catalogue, "fi")
    assert list(problems(catalogue, "fi")) == []


@pytest.mark.parametrize(
    ("translated", "problem"),
    [
        ("", "untranslated: 'One %(thing)s'"),
        ("Yksi", "other placeholders: 'One %(thing)s' has %(thing)s, 'Yksi' has none"),
        ("Yksi %(asia)s", "other placeholders: 'One %(thing)s' has %(thing)s, 'Yksi %(asia)s' has %(asia)s"),
        (" Yksi %(thing)s", "other spaces at the ends: 'One %(thing)s' and ' Yksi %(thing)s'"),
    ],
)
def test_a_bad_translation_is_a_problem(translated: str, problem: str, write: WriteFile, catalogue: Catalogue) -> None:
    write("shop/a.py", '_("One %(thing)s")')
    extract(catalogue, "fi")
    translate(catalogue, **{"One %(thing)s": translated})
    compile_catalogue(catalogue, "fi")
    assert list(problems(catalogue, "fi")) == [problem]


def test_changed_texts_are_problems(write: WriteFile, catalogue: Catalogue) -> None:
    write("shop/a.py", '_("One")')
    extract(catalogue, "fi")
    translate(catalogue, One="Yksi")
    compile_catalogue(catalogue, "fi")
    write("shop/a.py", '_("Two")')
    assert list(problems(catalogue, "fi")) == ["missing: 'Two' (shop/a.py)", "out of use: 'One'"]


def test_a_catalogue_that_is_not_compiled_is_a_problem(write: WriteFile, catalogue: Catalogue) -> None:
    write("shop/a.py", '_("One")')
    extract(catalogue, "fi")
    compile_catalogue(catalogue, "fi")
    translate(catalogue, One="Yksi")
    assert list(problems(catalogue, "fi")) == ["not compiled: run `make messages`"]


def test_a_fuzzy_translation_is_a_problem(write: WriteFile, catalogue: Catalogue) -> None:
    write("shop/a.py", '_("One")')
    extract(catalogue, "fi")
    po = catalogue.po("fi")
    po[0].msgstr, po[0].flags = "Yksi", ["fuzzy"]
    po.save(str(catalogue.po_path("fi")))
    compile_catalogue(catalogue, "fi")
    assert list(problems(catalogue, "fi")) == ["fuzzy: 'One'"]
