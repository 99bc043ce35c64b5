"""Place names in sentences: which words are one, where it is, and which words are none. `none` in a case: found, but not placed."""

from __future__ import annotations

import itertools

import pytest

from transforms.places.find import find_places

PLACED = [
    ("Pupils were taken from a school in Maga, Kebbi state, a Nigerian teacher said.", "Kebbi", "NGA", "ADM1"),
    ("Ukraine and Russia fight on. In the Donetsk region, Russian forces captured the village of Bor.", "Donetsk", "UKR", "ADM1"),
    ("Syrian troops were ambushed near Palmyra, the U.S. military said.", "Palmyra", "SYR", "PPL"),
    ("Gunmen took pupils in Papiri, in Niger state, a Nigerian bishop said.", "Niger", "NGA", "ADM1"),
    ("Ukraine fights on. In the Donetsk region, Russian forces took a village.", "Donetsk", "UKR", "ADM1"),
    # a name and what contains it
    ("Rockets hit a village near Saravan, Sistan and Baluchestan Province, Iran.", "Saravan", "IRN", "PPL"),
    ("In Jerusalem, Israel said it had struck Hodeidah. Sirens went off in Tel Aviv. Yemen was quiet.", "Hodeidah", "YEM", "PPL"),
    ("Rockets hit a village near Saravan, Sistan and Baluchestan Province, Iran.", "Sistan and Baluchestan Province", "IRN", "ADM1"),
    ("The strike hit the Panjgur district of Balochistan.", "Panjgur", "PAK", "ADM2"),
    ("The strike hit the Panjgur district of Balochistan.", "Balochistan", "PAK", "ADM1"),
    ("Gunmen attacked a convoy in Pakistan's Balochistan province.", "Balochistan", "PAK", "ADM1"),
    ("Militants fled to Iran's southeastern Sistan-Baluchistan province.", "Sistan-Baluchistan", "IRN", "ADM1"),
    ("A bomb went off in Tripoli, Lebanon, on Friday.", "Tripoli", "LBN", "PPL"),
    ("A bomb went off in Tripoli, Libya, on Friday.", "Tripoli", "LBY", "PPL"),
    ("The shooting took place in Paris, Texas.", "Paris", "USA", "PPL"),
    ("The shooting took place in Birmingham, Ala., on Monday.", "Birmingham", "USA", "PPL"),
    ("Troops entered Hyderabad in Pakistan's Sindh province.", "Hyderabad", "PAK", "PPL"),
    ("Officials in Athens, Georgia, said two people died.", "Georgia", "USA", "ADM1"),
    ("Officials in Tbilisi said Georgia would hold a vote.", "Georgia", "GEO", "country"),
    # the level that a word beside it says
    ("A roadside bomb killed two soldiers in Kandahar province.", "Kandahar", "AFG", "ADM1"),
    ("A roadside bomb killed two soldiers in the city of Kandahar.", "Kandahar", "AFG", "PPL"),
    ("Clashes were reported in Idlib governorate.", "Idlib", "SYR", "ADM1"),
    ("Shells fell on villages in Kherson Oblast.", "Kherson Oblast", "UKR", "ADM1"),
    ("Fighting spread to the Kharkiv region in Ukraine.", "Kharkiv", "UKR", "ADM1"),
    ("Gunmen killed five people in Plateau State in Nigeria.", "Plateau State", "NGA", "ADM1"),
    ("The army took a base in Shan State, Myanmar.", "Shan State", "MMR", "ADM1"),
    ("Jets bombed a village in Rakhine state.", "Rakhine", "MMR", "ADM1"),
    ("The terminal lies in Hodeidah province on the Red Sea.", "Hodeidah", "YEM", "ADM1"),
    ("Troops arrested nine men in the Jenin refugee camp near Ramallah.", "Jenin", "PSE", None),
    ("The governor of Lanao del Sur spoke.", "Lanao del Sur", "PHL", "ADM2"),
    ("ROME, Ga. (Dec. 3, 2024)", "ROME", "USA", "PPL"),
    ("SRINAGAR", "SRINAGAR", "IND", "PPL"),
    # a capital without its name
    ("A bomb went off near a hotel in the Somali capital on Sunday.", "Somali capital", "SOM", "PPL"),
    ("Gunmen killed three people in Chad's capital on Sunday.", "Chad's capital", "TCD", "PPL"),
    ("Police arrested two men in the capital of Kenya.", "capital of Kenya", "KEN", "PPL"),
    ("Shells hit the Yemeni capital Sanaa.", "Sanaa", "YEM", "PPL"),
    # spellings
    ("Missiles struck Kiev overnight.", "Kiev", "UKR", "PPL"),
    ("Missiles struck Kyiv overnight.", "Kyiv", "UKR", "PPL"),
    ("Drones hit the port of Odesa in Ukraine.", "Odesa", "UKR", None),
    ("The group fought in Deir ez-Zor in eastern Syria.", "Deir ez-Zor", "SYR", None),
    ("Several people were killed in Mazar-e-Sharif in Afghanistan.", "Mazar-e-Sharif", "AFG", "PPL"),
    ("Police found the bodies in Maiwand district, Kandahar province.", "Maiwand", "AFG", "ADM2"),
    ("Rebels attacked a village in Nord-Kivu in DR Congo.", "Nord-Kivu", "COD", None),
    # countries and regions
    ("The envoy flew to the United Arab Emirates.", "United Arab Emirates", "ARE", "country"),
    ("The U.S. imposed sanctions.", "U.S.", "USA", "country"),
    ("Refugees crossed into DR Congo.", "DR Congo", "COD", "country"),
    ("Iranian strikes on northern Iraq killed several people.", "northern Iraq", "IRQ", "region"),
    ("Shelling intensified in eastern Ukraine.", "eastern Ukraine", "UKR", "region"),
    ("A ship was hit in the Red Sea.", "Red Sea", None, "water"),
    ("Pirates seized a tanker in the Gulf of Aden.", "Gulf of Aden", None, "water"),
    ("Aid reached the Gaza Strip.", "Gaza Strip", "PSE", "ADM1"),
    ("Israeli jets struck Gaza on Friday.", "Gaza", "PSE", "ADM1"),
    ("Drones were shot down over Crimea.", "Crimea", "UKR", "ADM1"),
    ("Fighting killed dozens in South Kivu.", "South Kivu", "COD", "ADM1"),
    ("Russian forces captured Avdiivka and pushed toward Pokrovsk in Donetsk Oblast.", "Avdiivka", "UKR", "PPL"),
    ("US jets struck Hodeidah and Saada in Yemen.", "Hodeidah", "YEM", "PPL"),
    ("Rebels seized Sake and moved toward Goma in DR Congo.", "Sake", "COD", "PPL"),
    ("Indian troops raided Pulwama, Kulgam and Anantnag.", "Kulgam", "IND", None),
    ("Residents of Kyiv hid as Kyiv came under attack on Monday.", "Kyiv", "UKR", "PPL"),
    ("Beirut's southern suburbs were hit.", "Beirut", "LBN", "PPL"),
    ("Israeli troops raided a camp in the West Bank.", "West Bank", "PSE", "ADM1"),
    ("Militias burned villages in Darfur.", "Darfur", "SDN", "region"),
    ("Jihadists killed dozens across the Sahel.", "Sahel", None, "region"),
    ("Missiles fell near Erbil in Iraq's Kurdistan region.", "Kurdistan", "IRQ", "region"),
    ("Insurgents ambushed a patrol in Sinai.", "Sinai", "EGY", "region"),
    ("Fighters from Somaliland and Puntland clashed near Las Anod.", "Somaliland", "SOM", "country"),
    # capitals as places
    ("Two bombs exploded in Kabul.", "Kabul", "AFG", "PPL"),
    ("The ambassador was summoned in Tehran.", "Tehran", "IRN", "PPL"),
    ("MOGADISHU, Somalia - A car bomb killed nine people on Sunday.", "MOGADISHU", "SOM", "PPL"),
    # namesakes settled by the rest of the text
    ("Troops in Valencia, Venezuela, arrested ten. Later the protests in Valencia grew.", "Valencia", "VEN", "PPL"),
    ("Syria said the attack killed six. In Tartus and Homs, crowds gathered.", "Homs", "SYR", "PPL"),
    ("The Mexican army raided houses in Guadalajara.", "Guadalajara", "MEX", "PPL"),
    ("Spanish police raided houses in Guadalajara, east of Madrid.", "Guadalajara", "ESP", "PPL"),
    ("The Nigerian army said gunmen had stormed a school near Jos.", "Jos", "NGA", "PPL"),
    # part of a body of the place
    ("Lahore Police arrested two men.", "Lahore", "PAK", "PPL"),
]  # fmt: skip

DEMONYMS = [
    ("Pakistani forces fired missiles.", "Pakistani", "PAK"),
    ("Iranians took to the streets.", "Iranians", "IRN"),
    ("South Sudanese refugees arrived.", "South Sudanese", "SSD"),
    ("Emirati officials denied it.", "Emirati", "ARE"),
    ("The Nigerien junta expelled the envoy.", "Nigerien", "NER"),
    ("Burmese jets bombed the town.", "Burmese", "MMR"),
    ("North Korean troops were seen.", "North Korean", "PRK"),
]

UNPLACED = [
    ("Kosovo mourned an officer, who was killed in the village of Banjska, north of Pristina.", "Banjska"),
    ("Shells hit the Abu Shouk camp in North Darfur.", "Abu Shouk"),
    ("Men on motorbikes shot thirty people in the village of Bani in Burkina Faso.", "Bani"),
    ("The raid took place in the village of Qarabulla in Panjgur district.", "Qarabulla"),
    ("Two people were shot on Willow Grove Street.", "Willow Grove Street"),
    ("Two people were killed in Suwayda in Syria. Near Damascus, Majdal was shelled. Israeli jets bombed Aleppo.", "Majdal"),
    ("Gunmen attacked a school in Kebbi state in Nigeria. They fled the town of Maga.", "Maga"),
]

NO_PLACES = [
    ("The suspects sped away in a white Dodge and were arrested.", "Dodge"),
    ("The president will attend the next informal Summit of presidents.", "Summit"),
    ("A guard was shot by a Metropolitan Police Department officer.", "Police Department"),
    ("He studied at Kabul University.", "Kabul"),
    ("The Washington Post reported the story.", "Washington"),
    ("Paris Hilton arrived late.", "Paris"),
    ("Georgia Smith was hurt.", "Georgia"),
    ("Both sides signed the Islamabad Accords.", "Islamabad"),
    ("Michael Jordan said he was sorry.", "Jordan"),
    ("Tehran said it had warned the neighbours.", "Tehran"),
    ("Talks between Moscow and Kyiv failed.", "Moscow"),
    ("The White House denied the report.", "White House"),
    ("It happened in August.", "August"),
    ("He told us to leave.", "us"),
    ("The Red Cross sent aid to the city.", "Red Cross"),
    ("The Red Crescent collected the dead.", "Red Crescent"),
    ("Molotov cocktails were thrown.", "Molotov"),
    ("Islamabad expelled the ambassador.", "Islamabad"),
    ("The Bank of England raised rates.", "England"),
    ("Mr. Lincoln opened the meeting.", "Lincoln"),
]


def mentions(read, text, **fields):
    return {mention.evidence: mention for mention in find_places(read(text, **fields))}


@pytest.mark.parametrize(("text", "name", "iso3", "feature"), PLACED)
def test_places(read, text, name, iso3, feature):
    mention = mentions(read, text).get(name)
    assert mention is not None and mention.place is not None
    assert mention.place.country_iso3 == iso3
    assert feature is None or mention.place.feature == feature
    assert mention.is_demonym is False


@pytest.mark.parametrize(("text", "name", "iso3"), DEMONYMS)
def test_demonyms_are_mentions_of_their_country(read, text, name, iso3):
    mention = mentions(read, text)[name]
    assert mention.place is not None
    assert (mention.is_demonym, mention.place.country_iso3) == (True, iso3)


@pytest.mark.parametrize(("text", "name"), UNPLACED)
def test_a_place_without_a_gazetteer_row_stays_with_nulls(read, text, name):
    assert mentions(read, text)[name].place is None


@pytest.mark.parametrize(("text", "name"), NO_PLACES)
def test_words_that_are_no_place(read, text, name):
    assert name not in mentions(read, text)


def test_the_papers_country_decides_between_equals(read):
    text = "Police in Hyderabad arrested nine men."
    homes = {domain: mentions(read, text, publisher_domain=domain)["Hyderabad"].place for domain in ("paper.pk", "paper.in")}
    assert {domain: place.country_iso3 for domain, place in homes.items() if place} == {"paper.pk": "PAK", "paper.in": "IND"}


def test_evidence_is_the_text_at_the_span(read):
    parsed = read("Gunmen struck near “Al-Hasakah”, Syria — and in Côte d’Ivoire’s north.\n\nThe US and Iraq’s Anbar province followed.")
    found = find_places(parsed)
    assert [mention.evidence for mention in found] == [parsed.text(mention.span_start, mention.span_end) for mention in found]
    assert {"Al-Hasakah", "Syria", "Côte d’Ivoire", "US", "Iraq", "Anbar"} <= {mention.evidence for mention in found}


def test_mentions_are_in_order_and_apart(read):
    found = find_places(read("In Aleppo, Syria, and in Mosul, Iraq, and on Main Street in Paris, Texas, people met."))
    assert all(left.span_end <= right.span_start for left, right in itertools.pairwise(found))


def test_an_article_without_places_has_none(read):
    assert find_places(read("He opened the door and sat down.")) == []
