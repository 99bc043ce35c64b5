"use strict";
// The sentences that tell of an event, with what was read in them marked, and the article they stand in.

const KIND_NAMES = { trigger: "trigger", count: "number", date: "date", place: "place", source: "source", target: "target" };
const STANCES = {
  asserted: "told as fact",
  claimed_responsibility: "claims responsibility",
  accused: "accuses",
  denied: "denies",
  planned: "planned",
  threatened: "threatened",
  hypothetical: "not told as having happened",
};

function makePiece(piece) {
  if (typeof piece === "string") return document.createTextNode(piece);
  const [kind, text] = piece;
  return make("mark", { class: kind, title: KIND_NAMES[kind] }, hiddenText(`[${KIND_NAMES[kind]}: `), text, hiddenText("]"));
}

function makeArticle(article) {
  const told = [article.publisher, article.published_on && writeDay(article.published_on)].filter(Boolean).join(", ");
  const notes = [article.origin && `credits ${article.origin}`, article.is_copy && "a copy of another article"].filter(Boolean).join("; ");
  return make("span", { class: "article" }, makeLink(article.url, article.title ?? article.url ?? "untitled article"), told && ` ${told}`, notes && ` (${notes})`);
}

function writeReading(reading) {
  if (!reading.claimant) return STANCES[reading.stance];
  return reading.stance === "asserted" ? `according to ${reading.claimant}` : `${STANCES[reading.stance]}: ${reading.claimant}`;
}

function makeEvidence(event, articles) {
  const sentences = event.evidence.map((sentence) => {
    const readings = sentence.told.map((reading) =>
      make("span", { class: reading.stance === "asserted" ? "reading" : "reading other" }, writeReading(reading)),
    );
    return make(
      "li",
      {},
      make("blockquote", {}, ...sentence.pieces.map(makePiece)),
      make("p", { class: "told" }, makeArticle(articles[sentence.article]), ...readings),
    );
  });
  const key = Object.entries(KIND_NAMES).map(([kind, name]) => make("mark", { class: kind }, name));
  return make(
    "section",
    { class: "evidence" },
    make("h4", {}, "Evidence"),
    make("p", { class: "mark-key", "aria-hidden": "true" }, "Marked: ", ...key),
    make("ol", {}, ...sentences),
  );
}
