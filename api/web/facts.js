// Facts as cards: who, what they do to whom, the words, and where to read them.

import { pathOf } from "./api.js";
import { day, dotted, el } from "./dom.js";
import { changed, href } from "./state.js";

/**
 * How each kind of fact is told. `question` gives all of its facts as a table; `by` is the role of who acts, `of` that of whom it concerns, `words` what is said;
 * `theirs` and `others` head a list of such facts on the page of one who acts, or whom they concern.
 */
export const KINDS = {
  accusation: {
    list: "accusations", question: "who-accuses-whom", title: "Who accuses whom of what", by: "accuser", of: "accused", words: "act",
    verb: ["accuses", "accuse"], theirs: "Accuses", others: "Is accused",
  },
  denial: {
    list: "denials", question: "denials", title: "Who denies what", by: "denier", of: "cleared", words: "act",
    verb: ["denies wrongdoing by", "deny wrongdoing by"], alone: ["denies wrongdoing", "deny wrongdoing"],
    theirs: "Denies", others: "Is cleared by a denial",
  },
  commitment: {
    list: "commitments", question: "committed-by", title: "Who commits to what", by: "party", of: "counterpart", words: "act",
    verb: ["gives its word to", "give their word to"], alone: ["commits", "commit"],
    theirs: "Has committed to", others: "Has been promised",
  },
  statement: {
    list: "statements", question: "said-by", title: "Who says what", by: "speaker", of: "about", words: "content",
    verb: ["speaks of", "speak of"], alone: ["says", "say"], theirs: "Has said", others: "Is spoken of",
  },
};

/** How a fact is told; a kind that this page was not written for in plain words: its roles in order, its name for a verb. */
export function kindOf(fact) {
  if (KINDS[fact.kind]) return KINDS[fact.kind];
  const [by, of] = Object.keys(fact).filter((role) => Array.isArray(fact[role]) && fact[role].every((one) => one.id && one.name));
  return { list: "facts", by, of, words: fact.content ? "content" : "act", verb: [fact.kind, fact.kind] };
}

/** Those who fill a role of a fact, however many. */
export function filling(fact, role) {
  const value = fact[role];
  if (!value) return [];
  return Array.isArray(value) ? value : [value];
}

/** A sentence that tells a fact, its actors as links: "Brenner accuses the port authority". */
export function headline(fact) {
  const { by, verb, of } = told(fact);
  return [...names(by), " ", el("span", { class: "verb" }, verb), ...(of.length ? [" ", ...names(of)] : [])];
}

/** The same in plain words. */
export function words(fact) {
  const { by, verb, of } = told(fact);
  const said = (actors) => actors.map((actor) => actor.name).join(", ");
  return [said(by), " ", el("span", { class: "verb" }, verb), of.length ? ` ${said(of)}` : null];
}

/** Who acts, by what verb, and whom it concerns besides those who act. */
function told(fact) {
  const kind = kindOf(fact);
  const by = filling(fact, kind.by);
  const of = filling(fact, kind.of).filter((actor) => !by.some((other) => other.id === actor.id));
  const [one, many] = of.length ? kind.verb : (kind.alone ?? kind.verb);
  const areMany = by.length > 1 || by.some((actor) => actor.id.startsWith("group/"));
  return { by: by.length ? by : [{ name: "Somebody unnamed" }], verb: areMany ? many : one, of };
}

/** Names in a row, as links to what is known of their bearers. */
function names(actors) {
  return actors.flatMap((actor, place) => {
    const between = place === 0 ? null : place === actors.length - 1 ? " and " : ", ";
    return [between, actor.id ? el("a", { class: "actor", href: href({ actor: actor.id }) }, actor.name) : actor.name];
  });
}

/** A fact as a card. Its words open the wire that tells it. */
export function card(fact) {
  const kind = kindOf(fact);
  const open = changed({ wire: fact.article, fact: fact.id });
  return el(
    "li",
    { class: `card ${fact.kind}`, "data-fact": fact.id },
    el("p", { class: "claim" }, ...headline(fact)),
    el("a", { class: "proof", href: open, title: "Read it in the wire" }, ...quoted(fact.evidence.exact, fact[kind.words])),
    el("p", { class: "when" }, ...circumstances(fact)),
  );
}

/** Where a fact stands as JSON. */
export function jsonOf(fact) {
  return pathOf(kindOf(fact).list, fact.id);
}

/** The proving sentence, the words that matter marked in it where they stand in it. */
function quoted(sentence, words) {
  const pieces = String(words ?? "").split(" … ").filter((piece) => piece && sentence.includes(piece));
  const found = [];
  let rest = sentence;
  for (const piece of pieces) {
    const at = rest.indexOf(piece);
    if (at < 0) continue;
    found.push(rest.slice(0, at), el("mark", {}, piece));
    rest = rest.slice(at + piece.length);
  }
  return [...found, rest];
}

/** When, where and through what it was said, for whom, under what, by when, on what condition, how surely, when and where it was done, and how sure that is. */
export function circumstances(fact) {
  const offices = filling(fact, "onBehalfOf");
  const [agreement] = filling(fact, "under");
  const status = fact.status ? el("span", { class: fact.status === "violated" ? "broken" : "" }, fact.status) : null;
  const linked = (fact.links ?? []).map(linkOf);
  const office = offices.length ? el("span", {}, "for ", ...names(offices)) : null;
  const deadline = fact.deadline ? el("span", {}, "deadline ", day(fact.deadline)) : null;
  const done = [day(fact.eventDate), fact.eventPlace?.name].filter(Boolean);
  const event = done.length ? el("span", {}, "done: ", ...done.flatMap((each, place) => (place ? [", ", each] : [each]))) : null;
  return dotted(day(fact.date), fact.place?.name, fact.channel, office, agreement ? `under ${agreement.name}` : null, deadline, fact.condition, status, fact.certainty, event, ...linked, sureness(fact.confidence));
}

/** How a link is told from either end. */
const LINKS = {
  denies: { to: "answers", from: "denied as" },
  contradicts: { to: "contradicts", from: "contradicted by" },
  counters: { to: "answers", from: "answered by" },
  follows: { to: "follows", from: "followed by" },
  allegesBreachOf: { to: "says broken:", from: "said to be broken:" },
};

/** A link to another fact, which opens in its wire, or to an agreement; what it rests on is told on hovering. */
function linkOf({ relation, direction, id, name, basis }) {
  const words = `${LINKS[relation][direction]} “${name}”`;
  const isFact = /\/\d+-\d+/.test(id);
  return isFact ? el("a", { href: changed({ wire: wireOf(id), fact: id }), title: basis }, words) : el("span", { title: basis }, words);
}

/** The id of the wire that a fact's own id begins with. */
function wireOf(id) {
  return decodeURIComponent(id.split("/", 1)[0]);
}

/** How sure the finder is, as five dots with words for those who do not see them. */
export function sureness(confidence) {
  if (confidence === null || confidence === undefined) return null;
  const percent = Math.round(Number(confidence) * 100);
  const full = Math.round(percent / 20);
  return el(
    "span",
    { class: "sure", role: "img", "aria-label": `${percent} % sure`, title: `The finder is ${percent} % sure that the wire tells this` },
    el("span", { class: "full" }, "●".repeat(full)),
    "●".repeat(5 - full),
  );
}
