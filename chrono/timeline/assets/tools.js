// @ts-check
// Filters, downloads, the bar of corrections, and the paper version.

/** @param {App} app */
function makeFilters(app) {
  const { filter, payload } = app;
  let timer = 0;
  inputById("filter-text").addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(
      () => {
        filter.text = inputById("filter-text").value.trim().toLowerCase();
        app.refilter();
      },
      app.rows.length > 1000 ? 80 : 0,
    );
  });
  for (const side of /** @type {("from" | "to")[]} */ (["from", "to"])) {
    const input = inputById(`filter-${side}`);
    input.addEventListener("change", () => {
      const date = input.value.trim() ? readDate(input.value) : null;
      input.toggleAttribute("aria-invalid", Boolean(input.value.trim()) && !date);
      filter[side] = date ? (side === "from" ? date.start : date.end) : null;
      app.refilter();
    });
  }
  const people = countNames(app.base.flatMap((row) => row.who));
  fillSelect("filter-who", people, (value) => {
    filter.who = value;
    app.refilter();
  });
  const texts = payload.documents.map(
    (article) => /** @type {[string, string]} */ ([article.key, article.title || article.source || article.key]),
  );
  fillSelect("filter-document", texts.length > 1 ? texts : [], (value) => {
    filter.document = value;
    app.refilter();
  });
  makeStatusFilter(app);
  const hidden = inputById("filter-hidden");
  hidden.addEventListener("change", () => {
    filter.hidden = hidden.checked;
    app.refilter();
  });
  byId("filter-clear").addEventListener("click", () => clearFilters(app));
}

/** @param {App} app */
function makeStatusFilter(app) {
  const counts = new Map();
  for (const row of app.base) counts.set(row.status, (counts.get(row.status) || 0) + 1);
  const names = [...Object.keys(app.payload.style.statuses), ...counts.keys()].filter(
    (name, i, all) => counts.has(name) && all.indexOf(name) === i,
  );
  for (const status of names) {
    const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", checked: true, value: status }));
    box.addEventListener("change", () => {
      if (box.checked) app.filter.statuses.add(status);
      else app.filter.statuses.delete(status);
      app.refilter();
    });
    byId("statuses").append(
      make(
        "label",
        { class: "status" },
        box,
        statusIcon(app.payload.style, status),
        `${statusName(app.payload.style, status)} `,
        make("span", { class: "count" }, written(counts.get(status) || 0)),
      ),
    );
  }
}

/** @param {App} app */
function clearFilters(app) {
  Object.assign(app.filter, emptyFilter(app.base));
  for (const input of byId("filters").querySelectorAll("input, select")) {
    const field = /** @type {HTMLInputElement} */ (input);
    if (field.type === "checkbox") field.checked = field.id !== "filter-hidden";
    else field.value = "";
  }
  for (const box of byId("statuses").querySelectorAll("input")) box.checked = true;
  app.refilter();
}

/** @param {string[]} names @returns {[string, string][]} Value and label, the most frequent first. */
function countNames(names) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) || 0) + 1);
  return [...counts.entries()]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 500)
    .map(([name, count]) => [name, `${name} (${count})`]);
}

/** @param {string} id @param {[string, string][]} options @param {(value: string) => void} choose */
function fillSelect(id, options, choose) {
  const select = /** @type {HTMLSelectElement} */ (byId(id));
  if (!options.length) {
    byId(`${id}-label`).hidden = true;
    return;
  }
  select.append(
    ...options.map(([value, label]) =>
      make(
        "option",
        { value },
        fitText(label, 60, (text) => text.length),
      ),
    ),
  );
  select.addEventListener("change", () => choose(select.value));
}

/** @param {App} app @param {ChartTool} chart */
function makeTools(app, chart) {
  const name =
    (app.payload.title || "chronology")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60)
      .toLowerCase() || "chronology";
  byId("save-csv").addEventListener("click", () => saveFile(csvOf(app), "text/csv;charset=utf-8", `${name}.csv`));
  byId("save-json").addEventListener("click", () => saveFile(jsonOf(app), "application/json", `${name}.json`));
  for (const format of ["png", "svg"]) {
    byId(`save-${format}`).addEventListener("click", async () =>
      saveUrl(await chart.image(format), `${name}.${format}`),
    );
  }
  byId("edits-csv").addEventListener("click", () =>
    saveFile(csvOf(app), "text/csv;charset=utf-8", `${name}-corrected.csv`),
  );
  byId("edits-forget").addEventListener("click", () => {
    app.edits = {};
    storeEdits(app);
    app.reedit();
    app.say("All corrections forgotten.");
  });
}

/** @param {App} app */
function editBar(app) {
  const count = Object.keys(app.edits).length;
  byId("edits").hidden = !count;
  byId("edits-text").textContent = `${count} ${count === 1 ? "row" : "rows"} corrected, kept in this browser only.`;
}

/**
 * The paper version: the whole table, a light chart as wide as the paper.
 * @param {App} app
 * @param {ChartTool} chart
 * @param {TableTool} table
 */
function makePrint(app, chart, table) {
  let printing = false;
  const change = (/** @type {boolean} */ on) => {
    if (on === printing) return;
    printing = on;
    for (const details of document.querySelectorAll(".key, .provenance details")) details.toggleAttribute("open", on);
    byId("chart").style.width = on ? "690px" : "";
    chart.theme(on ? "paper" : null);
    table.whole(on);
    app.before.clear();
    app.heldRows = 0;
    chart.draw();
  };
  window.addEventListener("beforeprint", () => change(true));
  window.addEventListener("afterprint", () => change(false));
  matchMedia("print").addEventListener("change", (query) => change(query.matches));
}
