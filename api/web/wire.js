// The wire that tells a fact, with the words that prove it marked where they stand.

import { get, pathOf } from "./api.js";
import { day, dotted, el, outward } from "./dom.js";
import { circumstances, headline, jsonOf, kindOf, words } from "./facts.js";
import { paragraphs } from "./spans.js";
import { changed } from "./state.js";

const WORDS = new Set(["content", "act"]);

/** The panel of a wire: its text with one fact marked, and its other facts to choose from. */
export async function wirePanel(article, factId, signal) {
  const wire = await get(pathOf("articles", article), {}, signal);
  const fact = wire.facts.find((one) => one.id === factId) ?? null;
  return [head(wire, fact), text(wire, fact), others(wire, fact)];
}

function head(wire, fact) {
  const source = wire.url ? outward(wire.url, "Read it at its source") : null;
  const json = el("a", { href: fact ? jsonOf(fact) : pathOf("articles", wire.id) }, fact ? "This fact as JSON" : "This wire as JSON");
  return el(
    "header",
    { class: "wire-head" },
    el("p", { class: "kicker" }, ...dotted(wire.agency, wire.place?.name, day(wire.date), wire.id)),
    el("p", { class: "links" }, ...dotted(source, json)),
    fact ? claim(fact) : null,
    el("a", { class: "close", href: changed({ wire: null, fact: null }), "aria-label": "Close the wire" }, "×"),
  );
}

/** What the fact says, and by which colours its words are known in the text. */
function claim(fact) {
  const words = kindOf(fact).words === "act" ? "the deed, in the wire’s words" : "the words";
  const key = [["who", "who"], ["cue", "cue"], ["words", words]].map(([name, meaning]) => el("span", { class: name }, meaning));
  return el("div", { class: `fact-head ${fact.kind}` },
    el("p", { class: "claim" }, ...headline(fact)),
    el("p", { class: "when" }, ...circumstances(fact)),
    el("p", { class: "legend", "aria-hidden": "true" }, ...key));
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
  return [{ ...fact.evidence, role: "evidence" }, ...fact.spans];
}

function marked(piece) {
  if (!piece.roles.length) return piece.text;
  const named = piece.roles.filter((role) => role !== "evidence");
  const classes = named.map((role) => (WORDS.has(role) ? "words" : role === "cue" ? "cue" : "who"));
  const title = named.length ? named.join(", ") : null;
  return el("mark", { class: ["evidence", ...classes].join(" "), title }, piece.text);
}

function others(wire, fact) {
  if (!wire.facts.length) return el("p", { class: "quiet" }, "Nothing was found in this wire.");
  const items = wire.facts.map((one) =>
    el("li", { class: `line ${one.kind}`, "aria-current": one === fact ? "true" : null },
      el("a", { href: changed({ wire: wire.id, fact: one.id }) }, ...words(one), ": ", one[kindOf(one).words])));
  return el("section", { class: "others" }, el("h3", {}, `All that this wire tells (${wire.facts.length})`), el("ul", {}, ...items));
}
