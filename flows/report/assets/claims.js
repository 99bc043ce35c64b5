"use strict";
// What each source says about people harmed, one beside the other, and the tolls that policies read from it.

const OUTCOME_ORDER = ["killed", "injured", "missing", "detained", "abducted", "displaced", "casualties"];
const RELATIONS = { repeats: "repeats", revises: "revises", disputes: "disputes", subset_of: "part of" };
const POLICIES = ["ucdp", "acled", "airwars"];
const POLICY_NAMES = { ucdp: "UCDP", acled: "ACLED", airwars: "Airwars" };

// Roles are named because the phone's layout turns rows into blocks, which would lose them.
function makeTable(name, heads, rows) {
  const head = make("tr", { role: "row" }, ...heads.map((text) => make("th", { role: "columnheader", scope: "col" }, text)));
  const body = rows.map(({ cells, attributes }) =>
    make("tr", { role: "row", ...attributes }, ...cells.map((cell, place) =>
      make(place ? "td" : "th", { role: place ? "cell" : "rowheader", scope: place ? null : "row", "data-label": heads[place] }, ...[cell].flat()),
    )),
  );
  return make("table", { role: "table" }, make("caption", {}, name), make("thead", { role: "rowgroup" }, head), make("tbody", { role: "rowgroup" }, ...body));
}

// All ranges of a table stand on one scale, so that they can be compared by eye.
function scaleOf(bounds) {
  return d3.scaleLinear([0, Math.max(1, d3.max(bounds, (bound) => bound ?? 0))], [5, 115]);
}

function makeTolls(event) {
  const outcomes = d3.group(event.tolls, (toll) => toll.outcome);
  const rows = OUTCOME_ORDER.filter((outcome) => outcomes.has(outcome)).map((outcome) => {
    const tolls = new Map(outcomes.get(outcome).map((toll) => [toll.policy, toll]));
    const scale = scaleOf(outcomes.get(outcome).flatMap((toll) => [toll.low, toll.best, toll.high]));
    return {
      cells: [
        capital(outcome),
        ...POLICIES.map((policy) => {
          const toll = tolls.get(policy);
          const figure = (toll && writeToll(toll.low, toll.best, toll.high)) ?? "unknown";
          const grade = toll?.grade && make("span", { class: `grade ${toll.grade}` }, toll.grade);
          return [make("b", {}, figure), grade && " ", grade, toll && makeRange(toll.low, toll.best, toll.high, scale)].filter(Boolean);
        }),
      ],
    };
  });
  return rows.length ? makeTable("Tolls by policy", ["Outcome", ...POLICIES.map((policy) => POLICY_NAMES[policy])], rows) : null;
}

function writeClaimant(claim, articles) {
  return claim.claimant ?? claim.claimant_text ?? articles[claim.article]?.publisher ?? "the article";
}

function makeClaimant(claim, articles) {
  const asWritten = claim.claimant && claim.claimant_text && claim.claimant_text !== claim.claimant ? `as “${claim.claimant_text}”` : null;
  const note = claim.claimant || claim.claimant_text ? asWritten : "the article itself";
  return [writeClaimant(claim, articles), note && make("small", {}, ` ${note}`)];
}

// A dot for the best figure on a line from least to greatest; the line goes on in dots where the range is open.
function makeRange(least, best, greatest, scale) {
  const svg = d3.create("svg").attr("class", "range").attr("viewBox", "0 0 120 14").attr("aria-hidden", "true");
  const low = least ?? best;
  if (low === undefined && greatest === undefined) return svg.node();
  const draw = (kind, from, to) => svg.append("line").attr("class", kind).attr("x1", from).attr("x2", to).attr("y1", 7).attr("y2", 7);
  draw("axis", ...scale.range());
  draw(greatest === undefined ? "open" : "closed", scale(low ?? 0), greatest === undefined ? 119 : scale(greatest));
  const dot = best ?? (low === greatest ? low : undefined);
  if (dot !== undefined) svg.append("circle").attr("cx", scale(dot)).attr("cy", 7).attr("r", 4);
  return svg.node();
}

function makeStanding(claim, event, articles) {
  const related = event.claims.find((other) => other.claim_id === claim.related_claim_id);
  const parts = [];
  if (claim.relation) {
    const whose = related ? ` “${related.count_text ?? related.outcome}” (${writeClaimant(related, articles)})` : " another claim";
    parts.push(make("span", { class: `relation ${claim.relation}` }, RELATIONS[claim.relation] + whose));
  }
  if (claim.is_aggregate) parts.push(make("small", {}, " a sum over a period"));
  else if (claim.left_out) parts.push(make("small", {}, ` not counted: ${claim.left_out}`));
  return parts.length ? parts : "counted";
}

function makeClaims(event, articles) {
  const outcomes = d3.group(event.claims, (claim) => claim.outcome);
  return OUTCOME_ORDER.filter((outcome) => outcomes.has(outcome)).map((outcome) => {
    const claims = outcomes.get(outcome);
    const scale = scaleOf(claims.flatMap((claim) => [claim.count_low, claim.count_best, claim.count_high]));
    const heads = ["Who says so", "Count", `Range, 0–${writeNumber(scale.domain()[1])}`, "Victims", "Relayed by", "Said on", "Standing", "Article"];
    const rows = claims.map((claim) => ({
      attributes: claim.relation === "disputes" ? { class: "disputing" } : {},
      cells: [
        makeClaimant(claim, articles),
        [make("q", {}, claim.count_text ?? "no number"), make("small", {}, ` ${writeToll(claim.count_low, claim.count_best, claim.count_high) ?? "unknown"}`)],
        makeRange(claim.count_low, claim.count_best, claim.count_high, scale),
        [claim.victim_text ?? "unknown", claim.victim_group !== "unknown" && make("small", {}, ` ${writeCode(claim.victim_group)}`)].filter(Boolean),
        claim.via_text ?? "–",
        claim.asserted_on ? writeDay(claim.asserted_on) : "–",
        makeStanding(claim, event, articles),
        articles[claim.article] ? makeLink(articles[claim.article].url, articles[claim.article].publisher ?? articles[claim.article].title ?? "article") : "–",
      ],
    }));
    return makeTable(`Who says how many were ${outcome === "casualties" ? "killed or injured" : outcome}`, heads, rows);
  });
}
