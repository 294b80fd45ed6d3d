// @ts-check
// Ties the parts together: one selection, one filter, one view.

/** @param {Payload} payload */
function start(payload) {
  const base = decodeRows(payload);
  /** @type {App} */
  const app = {
    payload,
    base,
    rows: base,
    marks: [],
    edits: loadEdits(payload),
    shown: [],
    lanes: payload.lanes,
    laneNames: [],
    selected: -1,
    filter: {
      text: "",
      from: null,
      to: null,
      statuses: new Set(base.map((row) => row.status)),
      who: "",
      document: "",
      hidden: false,
    },
    sort: { column: "order", down: false },
    view: { start: 0, end: DAY },
    picture: null,
    before: new Map(),
    heldRows: 0,
    select: choose,
    refilter,
    reedit,
    look,
    showPlace: (place) => reader.show(place),
    say: (text) => {
      byId("live").textContent = text;
    },
  };
  applyEdits(app);
  const home = payload.home || [0, DAY];
  app.view = heldView(home[0], home[1]);
  app.laneNames = laneNames(app, app.lanes);
  app.shown = shownRows(app);
  const table = makeTable(app);
  const reader = makeReader(app);
  const chart = makeChart(app);
  const strip = makeStrip(app);
  makeFilters(app);
  makeZoomButtons(app);
  makeTools(app, chart);
  makePrint(app, chart, table);

  /** @param {number} index @param {string} [origin] */
  function choose(index, origin = "") {
    app.selected = app.rows[index] ? index : -1;
    writeCard(app);
    table.mark(origin !== "table", origin === "keys");
    reader.mark(origin !== "article");
    if (app.marks[app.selected]) chart.show(app.selected);
    else chart.ring();
    const row = app.rows[app.selected];
    document.body.classList.toggle("has-selection", Boolean(row));
    if (row)
      app.say(
        `${app.shown.indexOf(index) + 1} of ${app.shown.length}: ${row.date || "undated"}, ${row.event.slice(0, 160)}`,
      );
  }

  function refilter() {
    app.shown = shownRows(app);
    app.before.clear();
    app.heldRows = 0;
    byId("shown-count").textContent =
      app.shown.length === app.rows.length
        ? `${app.rows.length} rows`
        : `${app.shown.length} of ${app.rows.length} rows`;
    byId("table-pane").scrollTop = 0;
    table.render();
    table.mark(false, false);
    chart.draw();
    strip.draw();
  }

  function reedit() {
    applyEdits(app);
    app.laneNames = laneNames(app, app.lanes);
    refilter();
    writeCard(app);
    reader.mark(false);
    editBar(app);
  }

  /** @param {number} from @param {number} to */
  function look(from, to) {
    app.view = heldView(from, to);
    chart.draw();
    strip.frame();
  }

  byId("earlier").addEventListener("click", () => goBeyond(app, -1));
  byId("later").addEventListener("click", () => goBeyond(app, 1));
  byId("zoom-in").addEventListener("click", () => chart.zoom(0.5));
  byId("zoom-out").addEventListener("click", () => chart.zoom(2));
  byId("zoom-home").addEventListener("click", () => look(home[0], home[1]));
  const lanes = /** @type {HTMLSelectElement} */ (byId("lanes"));
  lanes.value = app.lanes;
  lanes.addEventListener("change", () => {
    app.lanes = lanes.value;
    app.laneNames = laneNames(app, app.lanes);
    refilter();
  });
  for (const link of document.querySelectorAll("[data-pick]")) {
    link.addEventListener("click", () => choose(Number(/** @type {HTMLElement} */ (link).dataset.pick), "list"));
  }
  for (const link of document.querySelectorAll("[data-from]")) {
    const { from, to } = /** @type {HTMLElement} */ (link).dataset;
    link.addEventListener("click", () =>
      look(Number(from) - (Number(to) - Number(from)) * 0.3, Number(to) + (Number(to) - Number(from)) * 0.3),
    );
  }
  refilter();
  writeCard(app);
  editBar(app);
  document.body.classList.toggle("no-articles", !payload.documents.some((article) => article.text !== null));
  if (payload.documents.length) reader.open(payload.documents[0].key);
  document.addEventListener("DOMContentLoaded", () => {
    // plotly.js is large and comes last: the table does not wait for it
    if (typeof Plotly === "undefined") {
      byId("chart").replaceChildren(
        make(
          "p",
          { class: "quiet" },
          "The chart needs the folder chrono-assets beside this page. The table works without it.",
        ),
      );
    }
    chart.draw();
    document.documentElement.classList.add("is-ready");
    requestAnimationFrame(() => performance.mark("first-picture"));
  });
}

/** Widens the view to the nearest events beyond an edge. @param {App} app @param {number} way */
function goBeyond(app, way) {
  const places = app.shown.flatMap((index) =>
    app.marks[index] ? [placeOf(/** @type {Mark} */ (app.marks[index]))] : [],
  );
  const beyond = places.filter((place) => (way < 0 ? place < app.view.start : place > app.view.end));
  if (!beyond.length) return;
  const far = beyond.reduce((a, b) => (way < 0 ? Math.min(a, b) : Math.max(a, b)));
  const room = Math.abs(far - (way < 0 ? app.view.end : app.view.start)) * 0.04;
  if (way < 0) app.look(far - room, app.view.end);
  else app.look(app.view.start, far + room);
}
