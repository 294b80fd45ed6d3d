// @ts-check
// The card: everything the chronology knows about the selected row, and the form that corrects it.

/** @param {App} app Writes the card of the selected row, or the hint that stands there before. */
function writeCard(app) {
  const card = byId("card");
  const row = app.rows[app.selected];
  card.classList.toggle("is-empty", !row);
  if (!row) {
    card.replaceChildren(
      make(
        "p",
        { class: "quiet" },
        "Choose an event in the chart, the table or the text to see where its date comes from.",
      ),
    );
    return;
  }
  const style = app.payload.style;
  const parts = [
    make(
      "div",
      { class: "card-head" },
      make("p", { class: "card-date" }, row.date || "Undated"),
      make(
        "div",
        { class: "card-steps" },
        make("button", { type: "button", "aria-label": "Previous event", onclick: () => step(app, -1) }, "‹"),
        make("button", { type: "button", "aria-label": "Next event", onclick: () => step(app, 1) }, "›"),
        make("button", { type: "button", "aria-label": "Close the card", onclick: () => app.select(-1, "card") }, "×"),
      ),
    ),
    make("h3", { dir: "auto" }, row.event),
    make(
      "p",
      { class: "card-status" },
      statusIcon(style, row.status),
      statusName(style, row.status),
      row.confidence === null ? "" : ` · ${Math.round(row.confidence * 100)} % sure`,
      row.hidden ? " · hidden" : "",
    ),
    row.sentence ? make("blockquote", { dir: "auto" }, row.sentence) : null,
    facts(app, row),
    readings(app, row),
    form(app, row),
  ];
  card.replaceChildren(...parts.filter((part) => part !== null));
  card.scrollTop = 0;
}

/** @param {App} app @param {number} by Moves the selection along the rows shown. */
function step(app, by) {
  const here = app.shown.indexOf(app.selected);
  const next = here < 0 ? (by > 0 ? 0 : app.shown.length - 1) : Math.max(0, Math.min(app.shown.length - 1, here + by));
  if (app.shown.length) app.select(app.shown[next], "step");
}

/** @param {App} app @param {Row} row */
function facts(app, row) {
  const list = make("dl", {});
  const add = (/** @type {string} */ name, /** @type {string} */ text) => {
    if (text) list.append(make("div", {}, make("dt", {}, name), make("dd", { dir: "auto" }, text)));
  };
  add("Read from", row.expression ? `“${row.expression}”` : "");
  add("Against", row.anchor);
  add("Why", row.why);
  add(
    "Date",
    [row.edtf, row.basis, row.relation === "on" ? "" : row.relation, row.granularity].filter(Boolean).join(" · "),
  );
  add("Who", row.who.join("; "));
  add("Where", row.where.join("; "));
  add("Told in", articleName(app, row.document) || row.title);
  if (row.evidence.length > 1)
    list.append(make("div", {}, make("dt", {}, "Also in"), make("dd", {}, ...otherPlaces(app, row))));
  add("Sources", row.sources && row.sources > 1 ? `${row.sources} texts tell it` : "");
  add("Conflicts", row.conflicts.map((edtf) => app.payload.readings[edtf]?.date || edtf).join("; "));
  add("Rule", row.rule);
  add("Tags", row.tags.join("; "));
  add("Note", row.note);
  add("Corrected", row.edited.join(", "));
  return list;
}

/**
 * Buttons that show the other sentences that tell the event.
 * @param {App} app
 * @param {Row} row
 * @returns {HTMLElement[]}
 */
function otherPlaces(app, row) {
  const others = row.evidence.filter((place) => place.document !== row.document || place.start !== row.sentence_start);
  return others.map((place, i) =>
    make(
      "button",
      { type: "button", class: "chip", dir: "auto", onclick: () => app.showPlace(place) },
      place.document === row.document
        ? `another sentence${others.length > 1 ? ` (${i + 1})` : ""}`
        : articleName(app, place.document) || place.document,
    ),
  );
}

/** @param {App} app @param {Row} row @returns {HTMLElement | null} */
function readings(app, row) {
  const own = app.base[row.index].edtf;
  const others = [...new Set([own, ...row.alternatives])].filter((edtf) => edtf && edtf !== row.edtf);
  if (!others.length) return null;
  const box = make("div", { class: "readings" }, make("p", { class: "small-head" }, "Other readings"));
  for (const edtf of others) {
    const reading = edtf === own ? app.base[row.index] : app.payload.readings[edtf];
    if (!reading) continue;
    box.append(
      make(
        "button",
        {
          type: "button",
          class: "chip",
          onclick: () => correct(app, row.index, dateEdit(app.base[row.index], reading)),
        },
        `Use ${reading.date || edtf}`,
      ),
    );
  }
  return box;
}

/** @param {App} app @param {Row} row */
function form(app, row) {
  const field = (
    /** @type {string} */ label,
    /** @type {string} */ column,
    /** @type {string} */ value,
    /** @type {(text: string, input: HTMLInputElement) => Edit | null} */ read,
  ) => {
    const input = /** @type {HTMLInputElement} */ (
      make(column === "note" || column === "event" ? "textarea" : "input", {
        id: `edit-${column}`,
        dir: "auto",
        rows: 2,
      })
    );
    input.value = value;
    input.addEventListener("change", () => {
      const change = read(input.value.trim(), input);
      if (change) correct(app, row.index, change);
    });
    return make("div", { class: "field" }, make("label", { for: `edit-${column}` }, label), input);
  };
  const open = byId("card").querySelector("details")?.open;
  return make(
    "details",
    { class: "correct", open: open ? true : null },
    make("summary", {}, "Correct this row"),
    field("Date (2019, 2019-12, 4 Dec 2019, 2017/.., 44 BC)", "date", row.edtf, (text, input) =>
      dateFrom(app, row, text, input),
    ),
    make("p", { class: "error", id: "edit-error", role: "alert" }),
    field("Event", "event", row.event, (text) => (text ? { event: text } : null)),
    field("Tags, separated by ;", "tags", row.tags.join("; "), (text) => ({
      tags: text
        .split(";")
        .map((tag) => tag.trim())
        .filter(Boolean),
    })),
    field("Note", "note", row.note, (text) => ({ note: text })),
    make(
      "div",
      { class: "field-row" },
      make(
        "button",
        { type: "button", onclick: () => correct(app, row.index, { hidden: !row.hidden }) },
        row.hidden ? "Show this row again" : "Hide this row",
      ),
      app.edits[row.id]
        ? make("button", { type: "button", onclick: () => undo(app, row) }, "Take corrections back")
        : null,
    ),
  );
}

/** @param {App} app @param {Row} row @param {string} text @param {HTMLInputElement} input @returns {Edit | null} */
function dateFrom(app, row, text, input) {
  const date = readDate(text);
  byId("edit-error").textContent = date ? "" : `“${text}” is not a date this page can read.`;
  input.toggleAttribute("aria-invalid", !date);
  if (!date) return null;
  return dateEdit(app.base[row.index], app.payload.readings[date.edtf] || readingOf(date));
}

/** @param {App} app @param {Row} row */
function undo(app, row) {
  delete app.edits[row.id];
  storeEdits(app);
  app.reedit();
  app.say("Corrections of this row taken back.");
}
