"use strict";
// One event of the list: its line, and what opens under it.

const ROLES = {
  source: "Done by",
  target: "Done to",
  claimed_responsibility: "Claimed by",
  accused: "Accused",
  denied: "Denied by",
  mediator: "Mediated by",
};
const VIOLENCE = { 1: "state-based conflict", 2: "non-state conflict", 3: "one-sided violence" };

function writePlace(event, countries) {
  const country = event.country_iso3 && countries[event.country_iso3];
  return [...new Set([event.place_name, event.admin1_name, country].filter(Boolean))].join(", ");
}

function isContested(event) {
  return event.status === "contested" || event.status === "denied";
}

function makeBadges(event) {
  const badges = [];
  if (event.is_disputed) badges.push(make("span", { class: "badge disputed" }, "Disputed toll"));
  if (event.status !== "asserted") badges.push(make("span", { class: `badge ${event.status}` }, capital(event.status)));
  return badges;
}

function makeLine(event, countries) {
  const harmed = ["killed", "injured"]
    .map((outcome) => [writeToll(event[`${outcome}_low`], event[`${outcome}_best`], event[`${outcome}_high`]), outcome])
    .filter(([figure]) => figure !== null)
    .map(([figure, outcome]) => make("span", { class: outcome }, make("b", {}, figure), ` ${outcome}`));
  return make(
    "summary",
    {},
    make("span", { class: "when" }, writeDays(event)),
    make(
      "span",
      { class: "what" },
      make("h3", {}, event.title ?? writeType(event.event_type, event.event_mode)),
      make("span", { class: "where" }, [writePlace(event, countries) || "place unknown", writeType(event.event_type, event.event_mode), plural(event.article_count, "article")].join(" · ")),
    ),
    make("span", { class: "harm" }, ...harmed, ...makeBadges(event)),
  );
}

function makeFacts(event, countries) {
  const facts = Object.entries(ROLES).filter(([role]) => event.sides[role]).map(([role, name]) => [name, event.sides[role].join("; ")]);
  const place = writePlace(event, countries);
  const codes = [
    `PLOVER ${event.event_type}${event.event_mode ? ` ${event.event_mode}` : ""}`,
    event.acled_event_type && `ACLED ${event.acled_sub_event_type ?? event.acled_event_type}`,
    event.ucdp_type_of_violence && `UCDP ${VIOLENCE[event.ucdp_type_of_violence]}`,
  ];
  facts.push(["When", writeDays(event) + (event.date_precision && event.date_precision !== "day" ? ` (known to the ${event.date_precision})` : "")]);
  facts.push(["Where", place ? place + (event.place_precision ? ` (known to the ${event.place_precision})` : "") : "unknown"]);
  facts.push(["Codes", codes.filter(Boolean).join("; ")]);
  facts.push([
    "Support",
    `${plural(event.article_count, "article")}, ${plural(event.publisher_count, "publisher")}, ${writeNumber(event.independent_count)} independent` +
      (event.confidence === undefined ? "" : `; confidence ${event.confidence.toFixed(2)}`),
  ]);
  return make("dl", { class: "facts" }, ...facts.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value))));
}

function makeWarnings(event) {
  const warnings = [];
  if (event.is_disputed) warnings.push("Sources contradict each other's numbers: read the claims side by side.");
  if (isContested(event)) warnings.push("Sources disagree on who did this or whether it happened: read who accuses and who denies.");
  return warnings.map((text) => make("p", { class: "warning" }, text));
}

function makeEvent(event, countries, articles) {
  const details = make("details", {}, makeLine(event, countries));
  details.addEventListener("toggle", () => {
    if (!details.open || details.childElementCount > 1) return;
    const tolls = makeTolls(event);
    details.append(
      make("div", { class: "inside" }, ...makeWarnings(event), makeFacts(event, countries), tolls, ...makeClaims(event, articles), makeEvidence(event, articles)),
    );
  });
  return make("li", { id: event.event_id, class: event.is_disputed || isContested(event) ? "event alert" : "event" }, details);
}
