"""The buttons of the preview: what each does to the plan, and where the page goes on afterwards."""

from privacy.intake.editing import merge_section, set_section_aside, split_section, take_in
from privacy.intake.plan import ImportPlan, PlannedContact, PlannedController, PlannedRegister

_ROWS = {"controllers": PlannedController, "contacts": PlannedContact, "registers": PlannedRegister}


def change_plan(plan: ImportPlan, button: str) -> str:
    """Do what a button says and give the id of the place to show; words that say nothing change nothing.

    Buttons: split:SECTION:PARAGRAPH, merge:SECTION, aside:SECTION, take:NUMBER, add:KIND.
    """
    word, _colon, rest = button.partition(":")
    what, _colon, number = rest.partition(":")
    section: str | None = None
    if word == "split" and number.isdecimal():
        section = split_section(plan, what, int(number))
    elif word == "merge":
        section = merge_section(plan, what)
    elif word == "aside":
        section = _after(plan, what)
        set_section_aside(plan, what)
    elif word == "take" and what.isdecimal():
        section = take_in(plan, int(what))
    elif word == "add" and what in _ROWS:
        getattr(plan, what).append(_ROWS[what]())
        return f"{what}-{len(getattr(plan, what)) - 1}"
    return f"section-{section}" if section else ""


def _after(plan: ImportPlan, section_id: str) -> str | None:
    """Give the section that is beside one that goes away."""
    place = plan.place_of(section_id)
    beside = [] if place is None else plan.sections[place + 1 : place + 2] or plan.sections[max(place - 1, 0) : place]
    return beside[0].id if beside else None
