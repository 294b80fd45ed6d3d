// @ts-check
// Corrections: kept in this browser under a key made of the page's content, and downloaded as a table.

const STORE = "chrono:";

/** @param {Payload} payload @returns {{[id: string]: Edit}} */
function loadEdits(payload) {
  try {
    const stored = JSON.parse(localStorage.getItem(STORE + payload.key) || "{}");
    return stored && typeof stored === "object" ? stored : {};
  } catch {
    return {};
  }
}

/** @param {App} app @returns {boolean} Whether the browser kept them. */
function storeEdits(app) {
  try {
    if (Object.keys(app.edits).length) localStorage.setItem(STORE + app.payload.key, JSON.stringify(app.edits));
    else localStorage.removeItem(STORE + app.payload.key);
    return true;
  } catch {
    return false;
  }
}

/**
 * Changes columns of a row; a value equal to the original takes the correction back.
 * @param {App} app @param {number} index @param {Edit} changes
 */
function correct(app, index, changes) {
  const row = app.base[index];
  const edit = { ...app.edits[row.id], ...changes };
  for (const [column, value] of Object.entries(edit)) {
    if (JSON.stringify(value) === JSON.stringify(row[column])) delete edit[column];
  }
  if (Object.keys(edit).length) app.edits[row.id] = edit;
  else delete app.edits[row.id];
  const kept = storeEdits(app);
  app.reedit();
  app.say(kept ? "Correction kept in this browser." : "Correction made; this browser keeps nothing, so download it.");
}

/** @param {Row} row The row as it was. @param {Reading} reading @returns {Edit} The columns that a new date changes. */
function dateEdit(row, reading) {
  if (reading.edtf === row.edtf) {
    const { edtf, start, end, date, granularity, timex, relation, basis } = row;
    return { edtf, start, end, date, granularity, timex, relation, basis };
  }
  const open = !reading.end ? "since" : !reading.start ? "until" : "";
  const bounded = ["on", "during", "between", "about"].includes(row.relation) ? row.relation : "on";
  return {
    edtf: reading.edtf,
    start: reading.start,
    end: reading.end,
    date: reading.date,
    granularity: reading.granularity,
    timex: "",
    relation: open || bounded,
    basis: row.basis === "undated" ? "explicit" : row.basis,
  };
}

/** @param {App} app @returns {string} The whole table as CSV that `chrono draw` and `chrono extract --keep` read. */
function csvOf(app) {
  const lines = [app.payload.columns.join(",")];
  for (const row of app.rows)
    lines.push(app.payload.columns.map((column) => csvCell(app.payload, column, row[column])).join(","));
  return "\ufeff" + lines.join("\r\n") + "\r\n";
}

/** @param {Payload} payload @param {string} column @param {unknown} value @returns {string} */
function csvCell(payload, column, value) {
  const kind = payload.kinds[column];
  let text;
  if (value === null || value === undefined || value === false) text = "";
  else if (kind === "places") text = Array.isArray(value) && value.length ? JSON.stringify(value) : "";
  else if (Array.isArray(value))
    text = value.map((part) => String(part).replace(/\\/g, "\\\\").replace(/;/g, "\\;")).join("; ");
  else text = String(value);
  if ((kind === "text" || kind === "list") && /^'*[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\r\n;]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** @param {App} app @returns {string} The chronology as the JSON export writes it, with the corrections. */
function jsonOf(app) {
  const rows = app.rows.map((row) => Object.fromEntries(app.payload.columns.map((column) => [column, row[column]])));
  return JSON.stringify({ ...app.payload.json, rows }, null, 1) + "\n";
}
