// @ts-check
// Ties the parts together: one selection, one filter, one view.

/** @param {Payload} payload */
function start(payload) {
  const app = makeApp(payload);
  const home = payload.home || [0, DAY];
  app.view = heldView(home[0], home[1]);
  const table = makeTable(app);
  const reader = makeReader(app);
  const chart = makeChart(app);
  const strip = makeStrip(app);

  app.select = (index, origin = "") => {
    app.selected = app.rows[index] ? index : -1;
    writeCard(app);
    table.mark(origin !== "table", origin === "keys");
    reader.mark(origin !== "article");
    if (app.marks[app.selected]) chart.show(app.selected);
    else chart.ring();
    document.body.classList.toggle("has-selection", app.selected >= 0);
    sayPlace(app);
  };
  app.refresh = () => {
    app.shown = shownRows(app);
    app.before.clear();
    app.heldRows = 0;
    writeCount(app);
    table.render();
    table.mark(false, false);
    chart.draw();
    strip.draw();
  };
  app.refilter = () => {
    byId("table-pane").scrollTop = 0;
    app.refresh();
  };
  app.reedit = () => {
    applyEdits(app);
    app.laneNames = laneNames(app, app.lanes);
    document.body.classList.toggle("no-dates", !app.marks.some(Boolean));
    app.refresh();
    writeCard(app);
    reader.mark(false);
    editBar(app);
  };
  app.look = (from, to) => {
    app.view = heldView(from, to);
    chart.draw();
    strip.frame();
  };
  app.showPlace = reader.show;

  makeFilters(app);
  makeZoomButtons(app);
  makeTools(app, chart);
  makePrint(app, chart, table);
  makeViewButtons(app, chart, home);
  makeLaneChoice(app);
  makeListLinks(app);
  app.reedit();
  document.body.classList.toggle("no-articles", !payload.documents.some((article) => article.text !== null));
  if (payload.documents.length) reader.open(payload.documents[0].key);
  // plotly.js is large and comes last: the table does not wait for it.
  document.addEventListener("DOMContentLoaded", () => showChart(chart));
}

/** @param {Payload} payload @returns {App} The state; what it can do is added when the parts are there. */
function makeApp(payload) {
  const base = decodeRows(payload);
  const idle = () => {};
  /** @type {App} */
  const app = {
    payload,
    base,
    rows: base,
    marks: [],
    edits: loadEdits(payload),
    filter: emptyFilter(base),
    shown: [],
    sort: { column: "order", down: false },
    lanes: payload.lanes,
    laneNames: [],
    view: { start: 0, end: DAY },
    selected: -1,
    picture: null,
    before: new Map(),
    heldRows: 0,
    select: idle,
    refresh: idle,
    refilter: idle,
    reedit: idle,
    look: idle,
    showPlace: idle,
    say: (text) => {
      byId("live").textContent = text;
    },
  };
  applyEdits(app);
  app.laneNames = laneNames(app, app.lanes);
  app.shown = shownRows(app);
  return app;
}

/** @param {Row[]} rows @returns {Filter} The filter that lets every row pass that is not hidden. */
function emptyFilter(rows) {
  const statuses = new Set(rows.map((row) => row.status));
  return { text: "", from: null, to: null, statuses, who: "", document: "", hidden: false };
}

/** @param {App} app Says the selected row and its place among those shown. */
function sayPlace(app) {
  const row = app.rows[app.selected];
  if (!row) return;
  const place = `${app.shown.indexOf(app.selected) + 1} of ${app.shown.length}`;
  app.say(`${place}: ${row.date || "undated"}, ${fitText(row.event, 160, (text) => text.length)}`);
}

/** @param {number} count @returns {string} With commas between the thousands, as the heading writes it. */
function written(count) {
  return count.toLocaleString("en");
}

/** @param {App} app */
function writeCount(app) {
  const [shown, all] = [app.shown.length, app.rows.length];
  byId("shown-count").textContent = shown === all ? `${written(all)} rows` : `${written(shown)} of ${written(all)} rows`;
}

/** @param {ChartTool} chart */
function showChart(chart) {
  if (typeof Plotly === "undefined") {
    const text = "The chart needs the folder chrono-assets beside this page. The table works without it.";
    byId("chart").replaceChildren(make("p", { class: "quiet" }, text));
  }
  chart.draw();
  document.documentElement.classList.add("is-ready");
  requestAnimationFrame(() => performance.mark("first-picture"));
}

/** @param {App} app @param {ChartTool} chart @param {[number, number]} home */
function makeViewButtons(app, chart, home) {
  byId("earlier").addEventListener("click", () => goBeyond(app, -1));
  byId("later").addEventListener("click", () => goBeyond(app, 1));
  byId("zoom-in").addEventListener("click", () => chart.zoom(0.5));
  byId("zoom-out").addEventListener("click", () => chart.zoom(2));
  byId("zoom-home").addEventListener("click", () => app.look(home[0], home[1]));
}

/** @param {App} app */
function makeLaneChoice(app) {
  const lanes = /** @type {HTMLSelectElement} */ (byId("lanes"));
  lanes.value = app.lanes;
  lanes.addEventListener("change", () => {
    app.lanes = lanes.value;
    app.laneNames = laneNames(app, app.lanes);
    app.refresh();
  });
}

/** The lists under the table: undated events open their row, gaps their stretch of the chart. @param {App} app */
function makeListLinks(app) {
  for (const link of document.querySelectorAll("[data-pick]")) {
    const { pick } = /** @type {HTMLElement} */ (link).dataset;
    link.addEventListener("click", () => app.select(Number(pick), "list"));
  }
  for (const link of document.querySelectorAll("[data-from]")) {
    const { from, to } = /** @type {HTMLElement} */ (link).dataset;
    const room = (Number(to) - Number(from)) * 0.3;
    link.addEventListener("click", () => app.look(Number(from) - room, Number(to) + room));
  }
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
