"""What the checks read of the records that a notice shows: controllers, contacts, registers."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ControllerView:
    """A controller; `kind` is empty where it is not known, as in a document: it is never guessed from the name."""

    identity: str = ""
    kind: str = ""
    name: str = ""
    business_id: str = ""
    street_address: str = ""
    postal_code: str = ""
    city: str = ""
    postal_address: str = ""
    country: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""

    @property
    def is_public_body(self) -> bool:
        """Whether it is known to be a public authority or body."""
        return self.kind == "public_body"

    @property
    def is_one_person(self) -> bool:
        """Whether it is known to be a person or a firm of one."""
        return self.kind in ("natural_person", "sole_trader")


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact; `kind` is person, function or empty (not known), `role` contact_person, dpo or representative."""

    identity: str = ""
    kind: str = ""
    role: str = "contact_person"
    name: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class RegisterView:
    """A register that the notice describes; `has_route` is None where nobody looked (a document)."""

    identity: str = ""
    name: str = ""
    controller: ControllerView = field(default_factory=ControllerView)
    joint_controllers: tuple[ControllerView, ...] = ()
    contacts: tuple[ContactView, ...] = ()
    authority_name: str = ""
    marketing: bool = False
    profiling: bool = False
    special_categories: bool = False
    data_from_elsewhere: bool = False
    has_route: bool | None = None
    retired: bool = False
