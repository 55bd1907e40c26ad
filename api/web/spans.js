// Offsets of the graph count Unicode code points; strings of JavaScript count UTF-16 units. Here they meet.

/**
 * A text in pieces, cut wherever a span starts or ends.
 * spans: [{start, end, role}], in code points. Gives [{text, start, roles}], which joined are the text again.
 */
export function pieces(text, spans) {
  const points = Array.from(text);
  const inside = spans
    .map(({ start, end, role }) => ({ role, start: Math.max(0, start), end: Math.min(points.length, end) }))
    .filter(({ start, end }) => start < end);
  const cuts = [...new Set([0, points.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const found = [];
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const [start, end] = [cuts[at], cuts[at + 1]];
    const roles = inside.filter((span) => span.start <= start && end <= span.end).map((span) => span.role);
    found.push({ text: points.slice(start, end).join(""), start, roles: [...new Set(roles)] });
  }
  return found;
}

/** The paragraphs of a text, each a list of pieces; blank lines between them are dropped. */
export function paragraphs(text, spans) {
  const found = [[]];
  for (const piece of pieces(text, spans)) {
    piece.text.split(/\n[^\S\n]*\n+/).forEach((part, place) => {
      if (place) found.push([]);
      if (part) found.at(-1).push({ ...piece, text: part });
    });
  }
  return found.filter((paragraph) => paragraph.some((piece) => piece.text.trim()));
}
