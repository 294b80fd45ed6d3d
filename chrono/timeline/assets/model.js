// @ts-check
// From the stored columns to rows, from rows and corrections to what is shown.

/** @param {Payload} payload @returns {Row[]} */
function decodeRows(payload) {
  const texts = new Map(
    payload.documents.map((article) => [article.key, article.text === null ? null : slicer(article.text)]),
  );
  const rows = [];
  for (let index = 0; index < payload.size; index += 1) {
    /** @type {any} */
    const row = { index };
    for (const name of payload.columns) row[name] = cell(payload.table[name], index);
    for (const part of ["sentence", "expression", "trigger"]) {
      const slice = texts.get(row.document);
      if (row[part] === null) row[part] = slice ? slice(row[`${part}_start`], row[`${part}_end`]) : "";
    }
    if (row.evidence === null)
      row.evidence = [{ document: row.document, start: row.sentence_start, end: row.sentence_end }];
    rows.push(row);
  }
  return rows;
}

/** @param {Column} column @param {number} index @returns {unknown} `null` where the value is a slice of the text. */
function cell(column, index) {
  if (column.slice) return column.other && index in column.other ? column.other[index] : null;
  if (!column.values) return column.value;
  return column.values[column.index ? column.index[index] : index];
}

/**
 * A function that cuts code points out of a text; JavaScript itself counts UTF-16 units.
 * @param {string} text @returns {(start: number, end: number) => string}
 */
function slicer(text) {
  const unit = unitCounter(text);
  return (start, end) => text.slice(unit(start), unit(end));
}

/** @param {string} text @returns {(point: number) => number} From code points to UTF-16 units. */
function unitCounter(text) {
  /** @type {number[]} */
  const wide = [];
  if (/[\ud800-\udbff]/.test(text)) {
    let point = 0;
    for (const sign of text) {
      if (sign.length > 1) wide.push(point);
      point += 1;
    }
  }
  return (point) => {
    let [low, high] = [0, wide.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (wide[middle] < point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  };
}

/** Columns that `edited` does not name: the reader's own, and those that follow from `edtf`. */
const SILENT = new Set(["note", "tags", "hidden", "start", "end", "date", "granularity", "timex", "relation", "basis"]);

/**
 * @param {Row} row
 * @param {Edit | undefined} edit
 * @returns {Row} The row with the reader's corrections, named in `edited`; the reason of another date is that.
 */
function correctedRow(row, edit) {
  if (!edit || !Object.keys(edit).length) return row;
  const named = Object.keys(edit).filter((column) => !SILENT.has(column));
  const reason = edit.edtf === undefined ? {} : { why: correction(row), confidence: null };
  return { ...row, ...reason, ...edit, index: row.index, edited: [...new Set([...row.edited, ...named])] };
}

/** @param {Row} read @returns {string} Why a date is not the one `read`; `chrono.chronology.keep` says the same. */
function correction(read) {
  if (read.why.startsWith("corrected by the reader")) return read.why;
  return `corrected by the reader; read from the text: ${read.date || "undated"}${read.why ? ` (${read.why})` : ""}`;
}

/** @param {App} app Brings `rows` and `marks` up to date with the corrections. */
function applyEdits(app) {
  app.rows = app.base.map((row) => correctedRow(row, app.edits[row.id]));
  app.marks = app.rows.map((row) => (row.hidden ? null : markOf(row)));
}

/** @param {Row} row @param {Filter} filter @param {string} text Lower-cased text of the row. @returns {boolean} */
function passes(row, filter, text) {
  if (row.hidden && !filter.hidden) return false;
  if (!filter.statuses.has(row.status)) return false;
  if (filter.who && !row.who.includes(filter.who)) return false;
  if (
    filter.document &&
    row.document !== filter.document &&
    !row.evidence.some((place) => place.document === filter.document)
  )
    return false;
  if (filter.from !== null || filter.to !== null) {
    const [first, last] = [row.start ? readIso(row.start) : null, row.end ? readIso(row.end) : null];
    if (!first && !last) return false;
    if (filter.from !== null && last && last.end <= filter.from) return false;
    if (filter.to !== null && first && first.start >= filter.to) return false;
  }
  return filter.text.split(/\s+/).every((word) => text.includes(word));
}

/** @type {WeakMap<Row, string>} */
const searchTexts = new WeakMap();

/** @param {Row} row @returns {string} */
function searchText(row) {
  let text = searchTexts.get(row);
  if (text === undefined) {
    text = [row.date, row.event, row.sentence, row.note, ...row.who, ...row.where, ...row.tags].join(" ").toLowerCase();
    searchTexts.set(row, text);
  }
  return text;
}

/** @param {App} app @returns {number[]} The rows that pass the filter, in the chosen order. */
function shownRows(app) {
  const found = app.rows.filter((row) => passes(row, app.filter, searchText(row)));
  const { column, down } = app.sort;
  if (column !== "order") {
    const keys = new Map(found.map((row) => [row, sortKey(row[column])]));
    const key = (/** @type {Row} */ row) => /** @type {string | number} */ (keys.get(row));
    found.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.index - b.index));
  } else found.sort((a, b) => chronological(app, a, b));
  if (down) found.reverse();
  return found.map((row) => row.index);
}

/** @param {unknown} value @returns {string | number} */
function sortKey(value) {
  return typeof value === "number"
    ? value
    : Array.isArray(value)
      ? value.join("; ").toLowerCase()
      : String(value ?? "").toLowerCase();
}

/**
 * Rows stand as the chronology ordered them; a row with a corrected date moves to its new place.
 * @param {App} app
 * @param {Row} a
 * @param {Row} b
 */
function chronological(app, a, b) {
  if (!app.edits[a.id]?.edtf && !app.edits[b.id]?.edtf) return a.index - b.index;
  const [first, second] = [app.marks[a.index], app.marks[b.index]];
  if (!first || !second) return (first ? 0 : 1) - (second ? 0 : 1) || a.index - b.index;
  return placeOf(first) - placeOf(second) || a.index - b.index;
}

/** @param {App} app @param {string} lanes @returns {string[]} The lane of each row, as lanes.py chooses it. */
function laneNames(app, lanes) {
  const titles = new Map(app.payload.documents.map((article) => [article.key, article.title]));
  const names = app.rows.map((row) => {
    if (lanes === "document") return [titles.get(row.document) || row.title || row.document];
    if (lanes === "status") return [statusName(app.payload.style, row.status)];
    return lanes === "participant" ? row.who : lanes === "place" ? row.where : [""];
  });
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const each of names) for (const name of each) if (name) counts.set(name, (counts.get(name) || 0) + 1);
  const kept = new Set(
    [...counts.entries()]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 8)
      .map(([name]) => name),
  );
  return names.map((each) => {
    const known = each.filter((name) => kept.has(name));
    if (known.length) return known.reduce((a, b) => (Number(counts.get(b)) > Number(counts.get(a)) ? b : a));
    return lanes === "none" ? "" : each.some(Boolean) ? "Others" : "None named";
  });
}
