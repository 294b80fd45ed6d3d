// @ts-check
// The chart: plotly draws what pack.js arranged; pointer and keyboard move the view and choose events.

/**
 * @param {App} app
 * @returns {ChartTool}
 */
function makeChart(app) {
  const node = byId("chart");
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const { style } = app.payload;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  /** @type {string | null} */
  let forced = null;
  /** @type {Map<string, number>} */
  const widths = new Map();
  let ringTrace = -1;
  let drawnWidth = 0;

  const colours = () =>
    forced === "paper" ? { ...style.light, paper: "#ffffff" } : dark.matches ? style.dark : style.light;
  const width = () => Math.max(200, node.clientWidth - 2 * margin());
  const margin = () => (node.clientWidth < 500 ? 8 : 14);

  /** @param {string} text @returns {number} */
  function measure(text) {
    let found = widths.get(text);
    if (found === undefined) {
      pen.font = `${style.sizes.label}px ${style.fonts.label}`;
      found = pen.measureText(text).width * 1.02 + 2;
      if (widths.size > 50000) widths.clear();
      widths.set(text, found);
    }
    return found;
  }

  /** @returns {View} */
  function view() {
    return { start: app.view.start, end: app.view.end, width: width(), now: app.payload.now };
  }

  function draw() {
    if (typeof Plotly === "undefined") return;
    const seen = view();
    const marks = app.shown.map((index) => app.marks[index]).filter((mark) => mark !== null);
    marks.sort((a, b) => placeOf(a) - placeOf(b) || a.row - b.row);
    app.picture = arrange(marks, seen, {
      sizes: style.sizes,
      room: 22,
      labelWidth: Math.min(420, seen.width * 0.6),
      laneOf: (row) => app.laneNames[row],
      text: (row) => app.rows[row].event,
      measure,
      before: app.before,
    });
    app.heldRows = Math.max(app.heldRows, app.picture.rows, 4);
    const data = tracesOf(app.picture, app, seen, colours());
    ringTrace = data.length;
    data.push(ringOf(app, seen, colours()));
    const layout = layoutOf(app.picture, app, seen, colours(), margin());
    node.style.height = `${layout.height}px`;
    Plotly.react(node, data, layout, { staticPlot: true, displayModeBar: false, responsive: false });
    drawnWidth = node.clientWidth;
    edgeNotes(app, seen);
    node.setAttribute("aria-label", chartSummary(app));
  }

  function ring() {
    if (ringTrace < 0) return;
    const found = ringOf(app, view(), colours());
    Plotly.restyle(node, { x: [found.x], y: [found.y] }, [ringTrace]);
  }

  /** Moves the view so that the row's mark lies in it, back to the opening view if it is there. @param {number} index */
  function show(index) {
    const mark = app.marks[index];
    if (!mark) return;
    const place = placeOf(mark);
    const half = (app.view.end - app.view.start) / 2;
    const room = half * 0.04;
    const { home } = app.payload;
    if (place >= app.view.start + room && place <= app.view.end - room) ring();
    else if (home && Math.abs(home[1] - home[0] - 2 * half) < room && place >= home[0] && place <= home[1])
      app.look(home[0], home[1]);
    else app.look(place - half, place + half);
  }

  /** @param {number} factor @param {number} [at] The second that stays where it is. */
  function zoom(factor, at) {
    const centre = at ?? (app.view.start + app.view.end) / 2;
    app.look(centre - (centre - app.view.start) * factor, centre + (app.view.end - centre) * factor);
  }

  listenToPointer(app, node, { view, zoom, margin });
  node.addEventListener("keydown", (key) => chartKey(app, key, zoom));
  dark.addEventListener("change", draw);
  new ResizeObserver(() => {
    if (!app.picture || drawnWidth === node.clientWidth) return;
    app.before.clear();
    app.heldRows = 0;
    draw();
  }).observe(node);
  return {
    draw,
    ring,
    show,
    zoom,
    theme: (name) => {
      forced = name;
    },
    image: (format) =>
      Plotly.toImage(node, {
        format,
        width: node.clientWidth,
        height: node.clientHeight,
        scale: format === "png" ? 2 : 1,
      }),
  };
}

/** The marked break: how many events lie beyond each edge; a click goes there. @param {App} app @param {View} view */
function edgeNotes(app, view) {
  const marks = app.shown.map((index) => app.marks[index]).filter((mark) => mark !== null);
  const earlier = marks.filter((mark) => placeOf(mark) < view.start);
  const later = marks.filter((mark) => placeOf(mark) > view.end);
  const { start: least } = boundsOf(earlier);
  const { end: most } = boundsOf(later);
  const edge = (/** @type {string} */ id, /** @type {number} */ count, /** @type {string} */ text) => {
    byId(id).style.visibility = count ? "visible" : "hidden";
    byId(id).textContent = text;
  };
  edge(
    "earlier",
    earlier.length,
    `‹ ${earlier.length} earlier, from ${yearName(civil(Math.floor(least / DAY) || 0)[0])}`,
  );
  edge("later", later.length, `${later.length} later, to ${yearName(civil(Math.floor((most - 1) / DAY) || 0)[0])} ›`);
  byId("range-text").textContent = rangeName(view.start, view.end);
}

/** @param {App} app @returns {string} */
function chartSummary(app) {
  const dated = app.shown.filter((index) => app.marks[index]).length;
  const stretch = rangeName(app.view.start, app.view.end, " to ");
  const keys = "Arrow keys go from event to event, plus and minus zoom. The table holds the same events.";
  return `Timeline of ${dated} dated events, ${stretch}. ${keys}`;
}

/** @param {App} app @param {KeyboardEvent} key @param {(factor: number) => void} zoom */
function chartKey(app, key, zoom) {
  if (key.altKey || key.ctrlKey || key.metaKey) return;
  /** @type {{[key: string]: () => void}} */
  const actions = {
    ArrowRight: () => step(app, 1),
    ArrowDown: () => step(app, 1),
    ArrowLeft: () => step(app, -1),
    ArrowUp: () => step(app, -1),
    Home: () => app.select(app.shown[0], "step"),
    End: () => app.select(app.shown[app.shown.length - 1], "step"),
    "+": () => zoom(0.5),
    "=": () => zoom(0.5),
    "-": () => zoom(2),
    0: () => byId("zoom-all").click(),
    Escape: () => app.select(-1, "chart"),
  };
  if (!(key.key in actions)) return;
  key.preventDefault();
  actions[key.key]();
}
