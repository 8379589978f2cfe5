"""Countries outside the European Economic Area, to which data go only under Art. 44-49 GDPR."""

# Member states of the European Economic Area: not third countries (GDPR Art. 44; EEA Agreement).
EEA = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IS",
        "IT",
        "LI",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "NO",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)
# The Commission's adequacy decisions as of November 2026 (GDPR Art. 45). Canada: commercial organisations; the
# United States: organisations in the Data Privacy Framework. Check before relying on it: the list changes.
ADEQUATE = frozenset(["AD", "AR", "BR", "CA", "CH", "FO", "GB", "GG", "IL", "IM", "JE", "JP", "KR", "NZ", "US", "UY"])
