"""Checks notices for what is missing or wrong; for pipelines and the nightly job."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from privacy.conf import settings
from privacy.importer.document_checks import as_data, check_file
from privacy.importer.reader.document import NotANotice
from privacy.notices.compliance.engine.catalogue import SEVERITIES
from privacy.notices.compliance.evaluate import check_pages
from privacy.notices.compliance.rules import Finding
from privacy.notices.pages.notice import NoticePage
from privacy.rights.letters.about_notices import remind_contacts
from privacy.site_languages import language_now


@dataclass(frozen=True, slots=True)
class NoticeReport:
    """The findings of one notice; `unread` says why there are none where a file could not be read."""

    name: str
    findings: Sequence[Finding] = ()
    unread: str = ""


class Command(BaseCommand):
    """Check notices, or documents without touching the database, and say what was found as text or as JSON."""

    help = "Checks privacy notices: what the law asks for and is missing, and what is wrong."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the notices, --file, --format, --fail-on, --language and --notify."""
        parser.add_argument("pages", nargs="*", type=int, metavar="PAGE_ID", help="notices (all published ones)")
        parser.add_argument("--file", nargs="+", metavar="FILE", help="documents, as the importer reads, not notices")
        parser.add_argument(
            "--notify", action="store_true", help="write to contacts what time has brought about; each thing once"
        )
        parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the answer (text)")
        parser.add_argument("--fail-on", choices=SEVERITIES, help="end with status 1 when anything so serious is found")
        parser.add_argument("--language", help="language of the messages (the site's)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, write, and end with status 1 for what --fail-on names or a file that could not be read."""
        language = options["language"] or language_now()
        if options["file"] and (options["pages"] or options["notify"]):
            raise CommandError("--file goes with neither PAGE_ID nor --notify")
        reports = list(_of_files(options["file"], timezone.localdate()) if options["file"] else self._of_pages(options))
        write = self._write_json if options["format"] == "json" else self._write_text
        write([report for report in reports if not report.unread], language)
        for report in reports:
            if report.unread:
                self.stderr.write(f"{report.name}: {report.unread}")
        if any(report.unread for report in reports):
            raise CommandError("not every file could be read")
        if options["fail_on"] and any(_is_failing(report, options["fail_on"]) for report in reports):
            raise SystemExit(1)

    def _of_pages(self, options: dict[str, Any]) -> Iterator[NoticeReport]:
        notices = NoticePage.objects.filter(alias_of__isnull=True).select_related("locale").order_by("pk")
        wanted = notices.filter(pk__in=options["pages"]) if options["pages"] else notices.filter(live=True)
        pages = list(wanted)
        missing = sorted(set(options["pages"]) - {page.pk for page in pages})
        if missing:
            raise CommandError("there is no notice " + ", ".join(map(str, missing)))
        found = check_pages(pages)
        if options["notify"]:
            letters = remind_contacts(found)
            self.stderr.write(f"letters written: {letters}")
        for checked in found:
            name = f"{checked.page.pk} {checked.page.title} ({checked.view.language})"
            yield NoticeReport(name, [one.finding for one in checked.open])

    def _write_json(self, reports: Sequence[NoticeReport], language: str) -> None:
        answer = [as_data(report.name, report.findings, language) for report in reports]
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))

    def _write_text(self, reports: Sequence[NoticeReport], language: str) -> None:
        for report in reports:
            counts = ", ".join(
                f"{severity} {sum(one.severity == severity for one in report.findings)}" for severity in SEVERITIES
            )
            self.stdout.write(f"{report.name}: {counts}")
            for finding in report.findings:
                where = f" [{finding.section}]" if finding.section else ""
                message, source = finding.rule.message_in(language), finding.rule.source_in(language)
                self.stdout.write(f"  {finding.severity:<7} {finding.id}{where} {message} ({source})")
                if finding.excerpt:
                    self.stdout.write(f'          "{finding.excerpt}"')


def _of_files(paths: Sequence[str], today: date) -> Iterator[NoticeReport]:
    for path in paths:
        try:
            findings = check_file(
                Path(path).read_bytes(),
                name=Path(path).name,
                today=today,
                disabled=settings.checks_disabled,
                severities=settings.check_severities,
            )
        except OSError as error:
            yield NoticeReport(path, unread=error.strerror or "cannot be read")
        except NotANotice as error:
            yield NoticeReport(path, unread=str(error))
        else:
            yield NoticeReport(path, findings)


def _is_failing(report: NoticeReport, threshold: str) -> bool:
    worst = SEVERITIES.index(threshold)
    return any(SEVERITIES.index(finding.severity) <= worst for finding in report.findings)
