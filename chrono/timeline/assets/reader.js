// @ts-check
// The article: its text with expressions and event triggers marked; the selected event's sentence is washed.

/**
 * @param {App} app
 * @returns {{open(key: string): void, mark(scroll: boolean): void, show(place: Evidence): void}}
 */
function makeReader(app) {
  const pane = byId("article");
  let opened = "";
  /** @type {{node: HTMLElement, start: number, end: number}[]} */
  let pieces = [];

  const chooser = /** @type {HTMLSelectElement} */ (byId("article-choice"));
  chooser.append(
    ...app.payload.documents.map((article) =>
      make("option", { value: article.key }, article.title || article.source || article.key),
    ),
  );
  byId("article-choice-label").hidden = app.payload.documents.length < 2;
  chooser.addEventListener("change", () => open(chooser.value));

  /** @param {string} key */
  function open(key) {
    const article = app.payload.documents.find((each) => each.key === key);
    if (opened === key && pane.childElementCount) return;
    opened = key;
    pieces = [];
    if (!article || article.text === null) {
      pane.replaceChildren(
        make(
          "p",
          { class: "quiet" },
          article
            ? "The article’s text is not in this page."
            : "This row came from a table; its sentence stands in the card.",
        ),
      );
    } else {
      chooser.value = key;
      pane.replaceChildren(...articleHead(article));
      pieces = writeArticle(pane, article.text, spansIn(app.rows, key));
    }
    pane.scrollTop = 0;
  }

  function clear() {
    for (const node of pane.querySelectorAll(".is-chosen, .is-sentence"))
      node.classList.remove("is-chosen", "is-sentence");
  }

  /** Shows another sentence that tells the selected event. @param {Evidence} place */
  function show(place) {
    open(place.document);
    clear();
    const found = between(place.start, place.end);
    for (const piece of found) piece.node.classList.add("is-sentence");
    if (found.length) reveal(found[0].node, pane);
  }

  /** @param {boolean} scroll */
  function mark(scroll) {
    clear();
    const row = app.rows[app.selected];
    if (!row) return;
    open(row.document);
    if (row.sentence_start === null || row.sentence_end === null) return;
    for (const piece of between(row.sentence_start, row.sentence_end)) piece.node.classList.add("is-sentence");
    for (const part of ["trigger", "expression"]) {
      const [start, end] = [row[`${part}_start`], row[`${part}_end`]];
      if (typeof start === "number" && typeof end === "number")
        for (const piece of between(start, end)) piece.node.classList.add("is-chosen");
    }
    const target = pane.querySelector(".is-chosen") || pane.querySelector(".is-sentence");
    if (scroll && target) reveal(/** @type {HTMLElement} */ (target), pane);
  }

  /** @param {number} start @param {number} end */
  function between(start, end) {
    let [low, high] = [0, pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pieces[middle].end <= start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (let i = low; i < pieces.length && pieces[i].start < end; i += 1) found.push(pieces[i]);
    return found;
  }

  pane.addEventListener("click", (click) => {
    const target = /** @type {HTMLElement} */ (click.target).closest("[data-rows]");
    if (!target) return;
    const rows = String(/** @type {HTMLElement} */ (target).dataset.rows)
      .split(" ")
      .map(Number);
    const here = rows.indexOf(app.selected);
    app.select(rows[(here + 1) % rows.length], "article");
  });
  return { open, mark, show };
}

/** @param {Article} article @returns {HTMLElement[]} */
function articleHead(article) {
  const about = [article.source, article.place, article.published].filter(Boolean).join(" · ");
  const lines = [make("h3", { dir: "auto" }, article.title || "Untitled text")];
  if (about) lines.push(make("p", { class: "quiet" }, about));
  return lines;
}

/**
 * Writes the text as paragraphs cut at every bound that a row points to.
 * @param {HTMLElement} pane @param {string} text @param {TextSpan[]} spans
 * @returns {{node: HTMLElement, start: number, end: number}[]} The pieces in order; bounds are code points.
 */
function writeArticle(pane, text, spans) {
  const unit = unitCounter(text);
  const length = text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g) || []).length;
  const marked = cutSpans(spans, length);
  const cuts = [...new Set([0, length, ...marked.cuts, ...paragraphCuts(text)])]
    .filter((cut) => cut <= length)
    .sort((a, b) => a - b);
  const pieces = [];
  let paragraph = make("p", { dir: "auto" });
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const [start, end] = [cuts[i], cuts[i + 1]];
    const part = text.slice(unit(start), unit(end));
    if (/^\s*\n\s*$/.test(part) && part.indexOf("\n") !== part.lastIndexOf("\n")) {
      pane.append(paragraph);
      paragraph = make("p", { dir: "auto" });
      continue;
    }
    const kind = marked.kinds.get(start);
    const node = make(kind ? "mark" : "span", kind ? { class: kind.name, "data-rows": kind.rows.join(" ") } : {}, part);
    pieces.push({ node, start, end });
    paragraph.append(node);
  }
  pane.append(paragraph);
  return pieces;
}

/** @param {string} text @returns {number[]} Code points where a blank line between paragraphs starts or ends. */
function paragraphCuts(text) {
  const cuts = [];
  let [units, points] = [0, 0];
  for (const found of text.matchAll(/[^\S\n]*\n\s*\n\s*/g)) {
    for (const at of [found.index || 0, (found.index || 0) + found[0].length]) {
      points += Array.from(text.slice(units, at)).length;
      units = at;
      cuts.push(points);
    }
  }
  return cuts;
}

/** @typedef {{start: number, end: number, name: string, row: number}} TextSpan */

/**
 * What the rows mark in one article: sentences, expressions, triggers, and sentences that tell another article's event.
 * @param {Row[]} rows @param {string} key @returns {TextSpan[]}
 */
function spansIn(rows, key) {
  /** @type {TextSpan[]} */
  const spans = [];
  for (const row of rows) {
    for (const part of row.document === key ? ["sentence", "expression", "trigger"] : []) {
      const [start, end] = [row[`${part}_start`], row[`${part}_end`]];
      if (typeof start === "number" && typeof end === "number") spans.push({ start, end, name: part, row: row.index });
    }
    for (const place of row.evidence) {
      if (place.document !== key || (row.document === key && place.start === row.sentence_start)) continue;
      spans.push({
        start: place.start,
        end: place.end,
        name: row.document === key ? "sentence" : "told",
        row: row.index,
      });
    }
  }
  return spans.filter((span) => span.start < span.end);
}

/**
 * @param {TextSpan[]} spans @param {number} length
 * @returns {{cuts: number[], kinds: Map<number, {name: string, rows: number[]}>}} Bounds, and what starts at each cut.
 */
function cutSpans(spans, length) {
  const inside = spans.filter((span) => span.end <= length);
  const cuts = [...new Set(inside.flatMap((span) => [span.start, span.end]))].sort((a, b) => a - b);
  const place = new Map(cuts.map((cut, i) => [cut, i]));
  const ranks = ["told", "expression", "trigger"];
  /** @type {Map<number, {name: string, rows: number[]}>} */
  const kinds = new Map();
  for (const span of inside) {
    if (span.name === "sentence") continue;
    for (let i = Number(place.get(span.start)); i < Number(place.get(span.end)); i += 1) {
      const kind = kinds.get(cuts[i]) || { name: span.name, rows: [] };
      if (ranks.indexOf(span.name) > ranks.indexOf(kind.name)) kind.name = span.name;
      if (!kind.rows.includes(span.row)) kind.rows.push(span.row);
      kinds.set(cuts[i], kind);
    }
  }
  return { cuts, kinds };
}
