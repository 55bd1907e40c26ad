// The wire that tells a fact, with the words that prove it marked where they stand.

import { get, pathOf } from "./api.js";
import { day, dotted, el, outward } from "./dom.js";
import { KINDS, headline, jsonOf, sureness, words } from "./facts.js";
import { paragraphs } from "./spans.js";
import { changed } from "./state.js";

const WORDS = new Set(["content", "act"]);

/** The panel of a wire: its text with one fact marked, and its other facts to choose from. */
export async function wirePanel(article, factId, signal) {
  const wire = await get(pathOf("articles", article), {}, signal);
  const facts = wire.facts ?? [];
  const fact = facts.find((one) => one.id === factId) ?? null;
  return [head(wire, fact), fact ? legend(fact) : null, text(wire, fact), others(wire, facts, fact)];
}

function head(wire, fact) {
  const source = wire.url ? outward(wire.url, "Read it at its source") : null;
  const json = el("a", { href: fact ? jsonOf(fact) : pathOf("articles", wire.id) }, fact ? "This fact as JSON" : "This wire as JSON");
  return el(
    "header",
    { class: "wire-head" },
    el("p", { class: "kicker" }, ...dotted(wire.agency, wire.place?.name ?? wire.place, day(wire.date ?? wire.published), wire.id)),
    el("p", { class: "links" }, ...dotted(source, json)),
    el("a", { class: "close", href: changed({ wire: null, fact: null }), "aria-label": "Close the wire" }, "×"),
  );
}

function legend(fact) {
  const kind = KINDS[fact.kind];
  return el(
    "div",
    { class: `fact-head ${fact.kind}` },
    el("p", { class: "claim" }, ...headline(fact)),
    el("p", { class: "legend" }, el("span", { class: "who" }, "who"), el("span", { class: "cue" }, "cue"),
      el("span", { class: "words" }, kind.words === "act" ? "the deed, in the wire’s words" : "the words"), sureness(fact.confidence)),
  );
}

/** The text of a wire. Its first paragraph is its headline, where it has one. */
function text(wire, fact) {
  const body = el("div", { class: `text ${fact?.kind ?? ""}` });
  paragraphs(wire.text, fact ? spansOf(fact) : []).forEach((pieces, place) => {
    const isHeadline = place === 0 && wire.headline && pieces.map((piece) => piece.text).join("") === wire.headline;
    body.append(el(isHeadline ? "h2" : "p", {}, ...pieces.map(marked)));
  });
  return body;
}

/** The spans of a fact: the sentences of its evidence, and in them the words of each role. */
export function spansOf(fact) {
  const roles = fact.spans ?? fact.passages ?? [];
  return [{ ...fact.evidence, role: "evidence" }, ...roles.map(({ start, end, role }) => ({ start, end, role }))];
}

function marked(piece) {
  if (!piece.roles.length) return piece.text;
  const named = piece.roles.filter((role) => role !== "evidence");
  const classes = named.map((role) => (WORDS.has(role) ? "words" : role === "cue" ? "cue" : "who"));
  const title = named.length ? named.join(", ") : null;
  return el("mark", { class: ["evidence", ...classes].join(" "), title }, piece.text);
}

function others(wire, facts, fact) {
  if (!facts.length) return el("p", { class: "quiet" }, "Nothing was found in this wire.");
  const items = facts.map((one) =>
    el("li", { class: `line ${one.kind}`, "aria-current": one === fact ? "true" : null },
      el("a", { href: changed({ wire: wire.id, fact: one.id }) }, ...words(one), ": ", one[KINDS[one.kind].words])));
  return el("section", { class: "others" }, el("h3", {}, `All that this wire tells (${facts.length})`), el("ul", {}, ...items));
}
