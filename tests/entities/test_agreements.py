import pytest

from kg.entities.identity import AgreementIdentity, LocalAgreement, identify_agreements


def identified(*names: str) -> list[AgreementIdentity]:
    """What agreements of those names are, each of a wire of its own."""
    found = identify_agreements(LocalAgreement(f"w{n}/G1", f"w{n}", "G1", name) for n, name in enumerate(names))
    return [found[f"w{n}/G1"] for n in range(len(names))]


@pytest.mark.parametrize(
    "names",
    [
        ("Sochi agreements", "the Sochi agreement", "Sochi accords"),
        ("Minsk Agreements", "Minsk agreements"),
        ("JCPOA", "Joint Comprehensive Plan of Action"),
    ],
)
def test_an_agreement_with_a_name_of_its_own_is_one(names: tuple[str, ...]) -> None:
    assert len(set(identified(*names))) == 1


@pytest.mark.parametrize(
    "name",
    ["the agreement", "the deal", "ceasefire", "ten-point memorandum", "Russian-Turkish memorandum", "The Treaty"],
)
def test_an_agreement_without_a_name_stays_in_its_wire(name: str) -> None:
    assert [one.id for one in identified(name, name)] == ["w0/G1", "w1/G1"]


def test_agreements_of_different_sort_or_name_are_told_apart() -> None:
    assert len(set(identified("Orsha memorandum", "Orsha protocol", "Minsk protocol"))) == 3


def test_an_agreement_is_called_as_most_wires_call_it() -> None:
    one, *_ = identified("Sochi accords", "Sochi agreements", "Sochi agreements")
    assert one == AgreementIdentity("sochi-agreement", "Sochi agreements", ("Sochi accords",))
