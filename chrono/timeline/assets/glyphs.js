// @ts-check
// What is drawn for a row in a given view: strokes, symbols, the pixels they take (glyphs.py and marks.py in Python).

const EXACT_UNITS = new Set(["second", "minute", "hour", "part-of-day", "day"]);

/**
 * The place of a row in time, or `null` for an undated one.
 * @param {Row} row @returns {Mark | null}
 */
function markOf(row) {
  const first = row.start ? readIso(row.start) : null;
  const last = row.end ? readIso(row.end) : null;
  if (!first && !last) return null;
  const kind = kindOf(!first, !last, row.relation, isInterval(row.edtf, row.relation), row.granularity || "day");
  return {
    row: row.index,
    kind,
    status: row.status,
    approximate: row.relation === "about" || /[~?%]/.test(row.edtf),
    start: first && kind !== "before" && kind !== "until" ? first.start : null,
    end: last && kind !== "after" && kind !== "since" ? last.end : null,
  };
}

/**
 * Whether a date tells from when to when; "early May" ("2023-05-01~/2023-05-10~") only tells within what.
 * @param {string} edtf
 * @param {string} relation
 */
function isInterval(edtf, relation) {
  const ends = edtf.split("/");
  return ends.length > 1 && !(relation === "on" && ends.every((end) => end.endsWith("~")));
}

/**
 * @param {boolean} openStart
 * @param {boolean} openEnd
 * @param {string} relation
 * @param {boolean} interval
 * @param {string} unit
 */
function kindOf(openStart, openEnd, relation, interval, unit) {
  const deadline = relation === "by" || relation === "before";
  if (openStart || deadline) return deadline ? "before" : "until";
  if (openEnd || relation === "after") return relation === "after" ? "after" : "since";
  if (interval && relation !== "between" && relation !== "about") return "span";
  return EXACT_UNITS.has(unit) && !interval ? "point" : "within";
}

/** The second at which a mark's symbol stands. @param {Mark} mark @returns {number} */
function placeOf(mark) {
  if (mark.start === null) return /** @type {number} */ (mark.end);
  return mark.end === null ? mark.start : (mark.start + mark.end) / 2;
}

/** @param {View} view @param {number} second @returns {number} */
function pixelOf(view, second) {
  return ((second - view.start) / (view.end - view.start)) * view.width;
}

/** @param {View} view @param {number} pixel @returns {number} */
function secondOf(view, pixel) {
  return view.start + (pixel / view.width) * (view.end - view.start);
}

/** @param {Mark} mark @param {View} view @param {Style["sizes"]} sizes @returns {Glyph} */
function glyphOf(mark, view, sizes) {
  const half = sizes.symbol / 2;
  if (mark.start === null || mark.end === null) return openGlyph(mark, view, sizes.tail, half);
  const [start, end] = [pixelOf(view, mark.start), pixelOf(view, mark.end)];
  const middle = (start + end) / 2;
  if (mark.kind === "point" || end - start < sizes.least_span) {
    const symbol = { kind: mark.approximate || mark.kind === "within" ? "vague" : "exact", at: middle };
    if (!mark.approximate) return { strokes: [], symbols: [symbol], left: middle - half, right: middle + half };
    const [from, to] = [middle - sizes.symbol, middle + sizes.symbol];
    return {
      strokes: [{ kind: "thin", from, to }],
      symbols: [{ kind: "cap", at: from }, symbol, { kind: "cap", at: to }],
      left: from,
      right: to,
    };
  }
  const caps = [
    { kind: "cap", at: start },
    { kind: "cap", at: end },
  ];
  if (mark.kind === "span") {
    const kind = mark.approximate ? "faint" : "thick";
    return {
      strokes: [{ kind, from: start, to: end }],
      symbols: mark.approximate ? caps : [],
      left: start,
      right: end,
    };
  }
  return {
    strokes: [{ kind: "thin", from: start, to: end }],
    symbols: [caps[0], { kind: "vague", at: middle }, caps[1]],
    left: Math.min(start, middle - half),
    right: Math.max(end, middle + half),
  };
}

/** @param {Mark} mark @param {View} view @param {number} tail @param {number} half @returns {Glyph} */
function openGlyph(mark, view, tail, half) {
  if (mark.start !== null) {
    const start = pixelOf(view, mark.start);
    if (mark.kind === "after") {
      const tip = start + tail;
      return {
        strokes: [{ kind: "thin", from: start, to: tip }],
        symbols: [
          { kind: "vague", at: start },
          { kind: "right", at: tip },
        ],
        left: start - half,
        right: tip + half,
      };
    }
    const known = view.now === null ? start : Math.max(start, pixelOf(view, view.now));
    const tip = known + tail;
    const faint = { kind: "faint", from: known, to: tip };
    const strokes = known > start ? [{ kind: "thick", from: start, to: known }, faint] : [faint];
    return {
      strokes,
      symbols: [
        { kind: "cap", at: start },
        { kind: "right", at: tip },
      ],
      left: start,
      right: tip + half,
    };
  }
  const end = pixelOf(view, /** @type {number} */ (mark.end));
  const tip = end - tail;
  if (mark.kind === "before") {
    return {
      strokes: [{ kind: "thin", from: tip, to: end }],
      symbols: [
        { kind: "left", at: tip },
        { kind: "vague", at: end },
      ],
      left: tip - half,
      right: end + half,
    };
  }
  return {
    strokes: [{ kind: "faint", from: tip, to: end }],
    symbols: [
      { kind: "left", at: tip },
      { kind: "cap", at: end },
    ],
    left: tip - half,
    right: end,
  };
}

/**
 * The glyph with an arrow at each edge of the view that one of its strokes crosses: it goes on outside. Its own arrow
 * is held inside the edge.
 * @param {Glyph} glyph @param {View} view @param {Style["sizes"]} sizes @returns {Glyph}
 */
function withEdges(glyph, view, sizes) {
  const [first, last] = [sizes.symbol / 2, view.width - sizes.symbol / 2];
  const { strokes } = glyph;
  let { symbols } = glyph;
  const hold = (/** @type {string} */ kind, /** @type {number} */ edge, /** @type {boolean} */ crossed) => {
    const out = symbols.find(({ kind: each, at }) => each === kind && (kind === "left" ? at < edge : at > edge));
    if (out || crossed) symbols = [...symbols.filter((each) => each !== out), { kind, at: edge }];
  };
  if (strokes.some(({ from, to }) => from < first && to > first))
    hold("left", first, strokes.some(({ from, to }) => from < 0 && to > first));
  if (strokes.some(({ from, to }) => from < last && to > last))
    hold("right", last, strokes.some(({ from, to }) => from < last && to > view.width));
  return { ...glyph, symbols };
}

/**
 * Where a label of the given width goes: above a wide glyph, else right of it, or left where only there is room.
 * @param {Glyph} glyph @param {number} width @param {number} plotWidth @param {Style["sizes"]} sizes
 * @returns {{side: "left" | "right" | "above", left: number, right: number}}
 */
function labelPlace(glyph, width, plotWidth, sizes) {
  if (glyph.right - glyph.left > sizes.wide) {
    const left = Math.max(0, Math.min(Math.max(glyph.left, 0), plotWidth - width));
    return { side: "above", left, right: left + width };
  }
  const needed = width + sizes.label_gap;
  if (glyph.right + needed > plotWidth && glyph.left > plotWidth - glyph.right)
    return { side: "left", left: glyph.left - needed, right: glyph.left - sizes.label_gap };
  return { side: "right", left: glyph.right + sizes.label_gap, right: glyph.right + needed };
}

/**
 * How many pixels the longest label has that stays in the chart.
 * @param {Glyph} glyph @param {number} plotWidth @param {Style["sizes"]} sizes @returns {number}
 */
function labelRoom(glyph, plotWidth, sizes) {
  if (glyph.right - glyph.left > sizes.wide) return plotWidth;
  return Math.max(glyph.left, plotWidth - glyph.right) - sizes.label_gap;
}
