from kg.entities.identity import LocalLocation, LocationIdentity, identify_locations


def location(wire: str, name: str, **known: object) -> LocalLocation:
    return LocalLocation(f"{wire}/L-{name}", wire, f"L-{name}", name, **known)  # type: ignore[arg-type]


def identified(*locations: LocalLocation) -> list[LocationIdentity]:
    found = identify_locations(locations)
    return [found[each.iri] for each in locations]


KYIV = {"country": "UA", "latitude": 50.45, "longitude": 30.52, "geonames": 703448, "basis": "place"}


def test_a_city_is_one_by_its_geonames_number() -> None:
    kiev, kyiv, again = identified(
        location("w1", "Kiev", **KYIV), location("w2", "Kyiv", **KYIV), location("w3", "KIEV", **KYIV)
    )
    assert kiev is kyiv is again
    assert kiev == LocationIdentity("geonames/703448", "Kiev", ("Kyiv",), "UA", 50.45, 30.52, 703448, "place")


def test_a_country_is_one_by_its_code() -> None:
    found = identified(
        location("w1", "UK", country="GB"),
        location("w2", "United Kingdom", country="GB", latitude=51.5, longitude=-0.1, basis="capital"),
    )
    assert {one.id for one in found} == {"country/GB"}
    assert (found[0].name, found[0].basis, found[0].aliases) == ("United Kingdom", "capital", ("UK",))


def test_a_place_without_number_is_one_by_name_and_country() -> None:
    valley, again, elsewhere = identified(
        location("w1", "Green Valley", country="SY"),
        location("w2", "Green Valley", country="SY"),
        location("w3", "Green Valley", country="US"),
    )
    assert valley.id == again.id == "place/sy/green-valley"
    assert elsewhere.id == "place/us/green-valley"


def test_a_place_of_unknown_country_is_the_only_one_of_its_name_that_is_known() -> None:
    known, unknown = identified(location("w1", "Green Valley", country="SY"), location("w2", "Green Valley"))
    assert known.id == unknown.id
    *_, lost = identified(
        location("w1", "Green Valley", country="SY"),
        location("w2", "Green Valley", country="US"),
        location("w3", "Green Valley"),
    )
    assert lost.id == "place/green-valley"


def test_the_order_of_wires_makes_no_difference() -> None:
    locations = [
        location(f"w{n}", name, country=code)
        for n, (name, code) in enumerate([("Kiev", "UA"), ("Kyiv", "UA"), ("KYIV", None), ("Oz", None)])
    ]
    assert identify_locations(locations) == identify_locations(locations[::-1])


def test_a_place_that_is_called_by_its_sort_alone_stays_in_its_wire() -> None:
    assert len({one.id for one in identified(location("w1", "Republic"), location("w2", "Republic"))}) == 2
