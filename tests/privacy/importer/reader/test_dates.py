"""Which dates of a line can be the date of the notice."""

import pytest

from privacy.importer.reader.written_dates import dates_in


@pytest.mark.parametrize(
    "period",
    [
        "Kameravalvonta 1.1.2024–31.12.2024",
        "Näyttely on avoinna 1.–5.3.2024.",
        "Ilmoittautuminen 12.3.–15.4.2024",
        "Kampanjen pågår den 3 maj 2024 – 5 juni 2024.",
        "The trial ran from January 1, 2024 - March 3, 2024.",
        "2024-01-01 – 2024-12-31",
    ],
)
def test_ends_of_a_period_are_no_dates_of_the_notice(period: str) -> None:
    assert dates_in(period) == []


@pytest.mark.parametrize(
    "line",
    [
        "Versio 1.21 – 3.5.2024",
        "Laadittu 3.5.2024",
        "Hanke 1.1.2019 - 25.5.2021, päivitetty 3.5.2024",
        "Dataskyddsbeskrivning - den 3 maj 2024",
    ],
)
def test_date_beside_a_dash_or_a_period_is_still_one(line: str) -> None:
    assert [dated.iso for dated in dates_in(line)] == ["2024-05-03"]
