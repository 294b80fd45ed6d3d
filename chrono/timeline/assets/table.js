// @ts-check
// The table: every row that passes the filter. Long tables keep only the rows in sight in the document.

const WHOLE = 300;
const OVERSCAN = 12;
/** @type {[string, string][]} */
const HEADS = [
  ["order", "No."],
  ["date", "Date"],
  ["event", "Event"],
  ["who", "Who"],
  ["where", "Where"],
  ["status", "Status"],
  ["confidence", "Sure"],
  ["document", "Text"],
];

/**
 * @param {App} app
 * @returns {TableTool}
 */
function makeTable(app) {
  const pane = byId("table-pane");
  const body = byId("rows");
  const heads = HEADS.filter(([column]) => isTold(app, column));
  let height = 0;
  let drawn = "";
  let all = false;

  byId("heads").append(...heads.map(([column, label]) => headCell(app, column, label)));

  /** @param {boolean} [force] */
  function render(force = true) {
    const long = app.shown.length > WHOLE && !all;
    const [from, to] = long ? inSight() : [0, app.shown.length];
    if (!force && drawn === `${from}-${to}`) return;
    drawn = `${from}-${to}`;
    byId("table").classList.toggle("is-long", long);
    byId("table").setAttribute("aria-rowcount", String(app.shown.length + 1));
    const spaces = long ? [from * height, (app.shown.length - to) * height] : [0, 0];
    const rows = app.shown.slice(from, to).map((index, i) => tableRow(app, heads, index, from + i));
    body.replaceChildren(...(spaces[0] ? [spacer(spaces[0])] : []), ...rows, ...(spaces[1] ? [spacer(spaces[1])] : []));
    if (long && !height && rows.length) {
      height = rows[0].getBoundingClientRect().height;
      render();
    }
    byId("no-rows").hidden = app.shown.length > 0;
    byId("no-rows").textContent = app.rows.length ? "No event passes the filter." : "There are no events.";
  }

  /** @returns {[number, number]} */
  function inSight() {
    if (!height) return [0, 30];
    const first = Math.max(0, Math.floor((pane.scrollTop - 36) / height) - OVERSCAN);
    return [first, Math.min(app.shown.length, first + Math.ceil(pane.clientHeight / height) + 2 * OVERSCAN)];
  }

  /** Shows which row is selected. @param {boolean} scroll @param {boolean} focus */
  function mark(scroll, focus) {
    const place = app.shown.indexOf(app.selected);
    if (scroll && place >= 0 && app.shown.length > WHOLE && !all) {
      const top = place * height;
      if (top < pane.scrollTop + 40 || top > pane.scrollTop + pane.clientHeight - 2 * height)
        pane.scrollTop = top - pane.clientHeight / 3;
      render(false);
    }
    for (const row of body.querySelectorAll("[aria-selected='true'], [tabindex='0']"))
      markRow(/** @type {HTMLElement} */ (row), false);
    const row = /** @type {HTMLElement | null} */ (
      body.querySelector(`[data-row="${app.selected}"]`) || body.querySelector("[data-row]")
    );
    if (!row) return;
    if (Number(row.dataset.row) === app.selected) markRow(row, true);
    row.tabIndex = 0;
    if (focus) row.focus({ preventScroll: true });
    if (scroll && Number(row.dataset.row) === app.selected) reveal(row, pane);
  }

  pane.addEventListener(
    "scroll",
    () => {
      if (app.shown.length > WHOLE && !all) {
        render(false);
        mark(false, false);
      }
    },
    { passive: true },
  );
  body.addEventListener("click", (click) => {
    const row = /** @type {HTMLElement} */ (click.target).closest("[data-row]");
    if (row) app.select(Number(/** @type {HTMLElement} */ (row).dataset.row), "table");
  });
  body.addEventListener("keydown", (key) => tableKey(app, key));
  new ResizeObserver(() => render(false)).observe(pane);
  return {
    render: () => render(),
    mark,
    whole: (on) => {
      all = on;
      render();
    },
  };
}

/**
 * Whether a column has anything to tell: columns that are empty, or the same text throughout, are left out.
 * @param {App} app
 * @param {string} column
 */
function isTold(app, column) {
  if (column === "document") return app.payload.documents.length > 1;
  if (column === "who" || column === "where") return app.base.some((row) => row[column].length > 0);
  return column !== "confidence" || app.base.some((row) => row.confidence !== null);
}

/** @param {HTMLElement} row @param {boolean} on */
function markRow(row, on) {
  row.setAttribute("aria-selected", String(on));
  row.tabIndex = on ? 0 : -1;
}

/** Scrolls only the pane, never the page. @param {HTMLElement} node @param {HTMLElement} pane */
function reveal(node, pane) {
  const [inner, outer] = [node.getBoundingClientRect(), pane.getBoundingClientRect()];
  const head = 40;
  if (inner.top < outer.top + head || inner.bottom > outer.bottom - 8) {
    pane.scrollTop += inner.top - outer.top - Math.max(head, (outer.height - inner.height) / 3);
  }
}

/** @param {number} height */
function spacer(height) {
  const row = make("tr", { class: "spacer", "aria-hidden": "true" }, make("td", { colspan: HEADS.length }));
  row.style.height = `${height}px`;
  return row;
}

/** @param {App} app @param {string} column @param {string} label */
function headCell(app, column, label) {
  const sorted = app.sort.column === column;
  const cell = make("th", { scope: "col", class: `col-${column}`, "aria-sort": sorted ? "ascending" : "none" });
  const key = column === "date" ? "order" : column;
  cell.append(
    make(
      "button",
      {
        type: "button",
        onclick: () => {
          app.sort = { column: key, down: app.sort.column === key && !app.sort.down };
          for (const other of byId("heads").children) other.setAttribute("aria-sort", "none");
          cell.setAttribute("aria-sort", app.sort.down ? "descending" : "ascending");
          app.refilter();
        },
      },
      label,
    ),
  );
  return cell;
}

/** @param {App} app @param {[string, string][]} heads @param {number} index @param {number} place */
function tableRow(app, heads, index, place) {
  const row = app.rows[index];
  const chosen = index === app.selected;
  const line = make("tr", {
    "data-row": index,
    tabindex: chosen ? 0 : -1,
    "aria-selected": chosen,
    "aria-rowindex": place + 2,
    class: row.hidden ? "is-hidden" : null,
  });
  line.append(...heads.map(([column]) => tableCell(app, row, column)));
  return line;
}

/** @param {App} app @param {Row} row @param {string} column */
function tableCell(app, row, column) {
  const cell = make("td", { class: `col-${column}` });
  const inner = make("div", { class: "clamp", dir: "auto" });
  cell.append(inner);
  if (column === "order") inner.append(String(row.order ?? ""));
  else if (column === "date") inner.append(row.date || "undated");
  else if (column === "status")
    inner.append(statusIcon(app.payload.style, row.status), statusName(app.payload.style, row.status));
  else if (column === "confidence")
    inner.append(row.confidence === null ? "" : `${Math.round(row.confidence * 100)} %`);
  else if (column === "document") inner.append(articleName(app, row.document) || row.title);
  else if (column === "event") {
    inner.append(row.event);
    if (row.hidden) inner.append(make("span", { class: "badge" }, "hidden"));
    if (row.edited.length)
      inner.append(make("span", { class: "badge", title: `Changed: ${row.edited.join(", ")}` }, "corrected"));
    inner.append(...row.tags.map((tag) => make("span", { class: "badge is-tag" }, tag)));
  } else inner.append(/** @type {string[]} */ (row[column]).join("; "));
  return cell;
}

/** @param {App} app @param {string} key @returns {string} */
function articleName(app, key) {
  const article = app.payload.documents.find((each) => each.key === key);
  return article ? article.title || article.source || article.key : "";
}

/** @param {App} app @param {KeyboardEvent} key */
function tableKey(app, key) {
  const steps = /** @type {{[key: string]: number}} */ ({
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 10,
    PageUp: -10,
    Home: -1e9,
    End: 1e9,
  });
  const row = /** @type {HTMLElement} */ (key.target).closest("[data-row]");
  if (!row || key.altKey || key.ctrlKey || key.metaKey) return;
  if (key.key in steps) {
    key.preventDefault();
    const here = app.shown.indexOf(app.selected);
    const next =
      here < 0 ? app.shown.indexOf(Number(/** @type {HTMLElement} */ (row).dataset.row)) : here + steps[key.key];
    app.select(app.shown[Math.max(0, Math.min(app.shown.length - 1, next))], "keys");
  } else if (key.key === "Enter" || key.key === " ") {
    key.preventDefault();
    app.select(Number(/** @type {HTMLElement} */ (row).dataset.row), "table");
  }
}
