// @ts-check
// What pack.js arranged as traces and layout for plotly.

const EDGE_SYMBOLS = /** @type {{[kind: string]: string}} */ ({
  cap: "line-ns-open",
  left: "triangle-left",
  right: "triangle-right",
});
const RING = "ring";

/**
 * Where in its row a glyph lies: in the middle, or lower where its label goes above it.
 * @param {Item} item
 * @param {Style["sizes"]} sizes
 */
function levelOf(item, sizes) {
  return item.row + (item.glyph.right - item.glyph.left > sizes.wide ? sizes.drop / sizes.row : 0);
}

/** @param {Picture} picture @param {App} app @param {View} view @param {Palette} colours @returns {any[]} */
function tracesOf(picture, app, view, colours) {
  const { style } = app.payload;
  const date = (/** @type {number} */ pixel) =>
    plotlyDate(secondOf(view, Math.min(Math.max(pixel, -4000), view.width + 4000)));
  return [
    ...strokeTraces(picture.items, style, colours, date),
    symbolTrace(picture.items, style, colours, date),
    countTrace(picture.clusters, style, colours, date),
    labelTrace(picture.items, style, colours, date),
  ];
}

/** @param {Style} style @param {string} status */
function lookOf(style, status) {
  return style.statuses[status] || style.statuses.happened;
}

/**
 * One broken line for each kind of stroke and status.
 * @param {Item[]} items
 * @param {Style} style
 * @param {Palette} colours
 * @param {(pixel: number) => string} date
 */
function strokeTraces(items, style, colours, date) {
  /** @type {Map<string, any>} */
  const traces = new Map();
  for (const item of items) {
    const { status } = item.mark;
    const y = levelOf(item, style.sizes);
    for (const { kind, from, to } of item.glyph.strokes) {
      const trace = traces.get(`${kind} ${status}`) || strokeTrace(kind, status, style, colours);
      traces.set(`${kind} ${status}`, trace);
      trace.x.push(date(from), date(to), null);
      trace.y.push(y, y, null);
    }
  }
  return [...traces.keys()].sort().map((key) => traces.get(key));
}

/** @param {string} kind @param {string} status @param {Style} style @param {Palette} colours */
function strokeTrace(kind, status, style, colours) {
  const thin = kind === "thin";
  const { dash } = lookOf(style, status);
  const line = {
    color: colours[status] || colours.happened,
    width: thin ? style.sizes.thin : style.sizes.line,
    dash: thin && dash !== "solid" ? "3px,2px" : dash,
  };
  return { x: [], y: [], mode: "lines", opacity: kind === "faint" ? 0.4 : 1, hoverinfo: "skip", line };
}

/**
 * @param {Item[]} items
 * @param {Style} style
 * @param {Palette} colours
 * @param {(pixel: number) => string} date
 */
function symbolTrace(items, style, colours, date) {
  const places = items.flatMap((item) => item.glyph.symbols.map((symbol) => ({ item, symbol })));
  const color = places.map(({ item }) => colours[item.mark.status] || colours.happened);
  const symbol = places.map(({ item, symbol: { kind } }) => {
    const look = lookOf(style, item.mark.status);
    return EDGE_SYMBOLS[kind] || (kind === "vague" ? look.vague : look.exact);
  });
  return {
    x: places.map((place) => date(place.symbol.at)),
    y: places.map(({ item }) => levelOf(item, style.sizes)),
    mode: "markers",
    hoverinfo: "skip",
    marker: { symbol, color, size: style.sizes.symbol, line: { width: 2, color }, opacity: 1 },
  };
}

/**
 * @param {Cluster[]} clusters
 * @param {Style} style
 * @param {Palette} colours
 * @param {(pixel: number) => string} date
 */
function countTrace(clusters, style, colours, date) {
  return {
    x: clusters.map((cluster) => date(cluster.at)),
    y: clusters.map((cluster) => cluster.row),
    mode: "markers+text",
    hoverinfo: "skip",
    text: clusters.map((cluster) => shortCount(cluster.rows.length)),
    textposition: "middle center",
    textfont: { size: 11, color: colours.ink, family: style.fonts.label },
    marker: {
      symbol: "circle",
      size: clusters.map((cluster) => cluster.size),
      color: colours.cluster,
      line: { width: 1, color: colours.muted },
      opacity: 1,
    },
  };
}

/**
 * @param {Item[]} items
 * @param {Style} style
 * @param {Palette} colours
 * @param {(pixel: number) => string} date
 */
function labelTrace(items, style, colours, date) {
  const { sizes, fonts } = style;
  const labelled = items.flatMap(({ row, label }) => (label ? [{ row, label }] : []));
  return {
    x: labelled.map(({ label }) => date(label.side === "left" ? label.right : label.left)),
    y: labelled.map(({ row, label }) => row - (label.side === "above" ? sizes.rise / sizes.row : 0)),
    mode: "text",
    hoverinfo: "skip",
    cliponaxis: false,
    text: labelled.map(({ label }) => plainLabel(label.text)),
    textposition: labelled.map(({ label }) => (label.side === "left" ? "middle left" : "middle right")),
    textfont: { size: sizes.label, color: colours.ink, family: fonts.label },
  };
}

/** Text so that plotly, which renders a subset of HTML, shows it as it is. @param {string} text @returns {string} */
function plainLabel(text) {
  const clean = text
    .replace(/\s+/g, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\$/g, "&#36;");
  return /[\u0590-\u08ff]/.test(clean) ? `\u2068${clean}\u2069` : clean;
}

/** @param {number} count @returns {string} */
function shortCount(count) {
  return count < 1000 ? String(count) : `${(count / 1000).toFixed(1)}k`;
}

/**
 * The ring around the selected mark, or around the count it went into.
 * @param {App} app
 * @param {View} view
 * @param {Palette} colours
 */
function ringOf(app, view, colours) {
  const item = app.picture?.items.find((each) => each.mark.row === app.selected);
  const cluster = app.picture?.clusters.find((each) => each.rows.includes(app.selected));
  /** @type {[number, number][]} */
  const places = [];
  if (item) {
    const at = Math.min(
      Math.max(pixelOf(view, placeOf(item.mark)), item.glyph.left, 8),
      item.glyph.right,
      view.width - 8,
    );
    places.push([at, levelOf(item, app.payload.style.sizes)]);
  } else if (cluster) places.push([cluster.at, cluster.row]);
  return {
    x: places.map(([at]) => plotlyDate(secondOf(view, at))),
    y: places.map(([, row]) => row),
    mode: "markers",
    hoverinfo: "skip",
    name: RING,
    cliponaxis: false,
    marker: {
      symbol: "circle-open",
      size: cluster && !item ? cluster.size + 8 : 20,
      color: colours.accent,
      line: { width: 3, color: colours.accent },
      opacity: 1,
    },
  };
}

/** @param {Picture} picture @param {App} app @param {View} view @param {Palette} colours @param {number} margin */
function layoutOf(picture, app, view, colours, margin) {
  const { sizes, fonts } = app.payload.style;
  const lanes = picture.bands.filter((band) => band.name);
  const marked = ticks(view.start, view.end, Math.max(2, Math.floor(view.width / 110)));
  const fitting = marked.filter((tick) => pixelOf(view, tick.at) < view.width - 44);
  const foot = fitting.some((tick) => tick.text.includes("<br>")) ? 44 : 28;
  return {
    width: view.width + 2 * margin,
    height: (app.heldRows + 0.3) * sizes.row + foot + 6,
    margin: { l: margin, r: margin, t: 6, b: foot },
    showlegend: false,
    paper_bgcolor: colours.paper,
    plot_bgcolor: colours.paper,
    font: { family: fonts.label, size: 13, color: colours.ink },
    xaxis: timeAxis(view, fitting, colours),
    yaxis: { visible: false, fixedrange: true, range: [app.heldRows - 0.35, -0.65], autorange: false, zeroline: false },
    annotations: lanes.map((band) => laneName(band, colours)),
    shapes: [...lanes.map((band) => laneLine(band, colours)), ...nowLine(picture, app, view, colours)],
  };
}

/** @param {View} view @param {{at: number, text: string}[]} marked @param {Palette} colours */
function timeAxis(view, marked, colours) {
  return {
    type: "date",
    range: [plotlyDate(view.start), plotlyDate(view.end)],
    autorange: false,
    fixedrange: true,
    zeroline: false,
    showgrid: true,
    gridcolor: colours.grid,
    tickmode: "array",
    tickvals: marked.map((tick) => plotlyDate(tick.at)),
    ticktext: marked.map((tick) => tick.text),
    ticklabelposition: "outside right",
    ticks: "outside",
    ticklen: 7,
    tickcolor: colours.rule,
    showline: true,
    linecolor: colours.muted,
    tickfont: { color: colours.muted, size: 12.5 },
    tickangle: 0,
    automargin: false,
  };
}

/** @param {Band} band @param {Palette} colours */
function laneName(band, colours) {
  const text = `<b>${plainLabel(fitText(band.name, 60, (name) => name.length))}</b>`;
  const font = { size: 12, color: colours.muted };
  return { text, x: 0, xref: "paper", xanchor: "left", y: band.top, showarrow: false, font };
}

/** @param {Band} band @param {Palette} colours */
function laneLine(band, colours) {
  const y = band.top - 0.45;
  const line = { width: 1, color: colours.rule };
  return { type: "line", xref: "paper", x0: 0, x1: 1, y0: y, y1: y, layer: "below", line };
}

/**
 * The reference date, where it lies in the view, as a line that leaves out the labels it would cross.
 * @param {Picture} picture @param {App} app @param {View} view @param {Palette} colours @returns {object[]}
 */
function nowLine(picture, app, view, colours) {
  if (view.now === null || view.now < view.start || view.now > view.end) return [];
  const { sizes } = app.payload.style;
  const at = pixelOf(view, view.now);
  const half = (0.65 * sizes.label) / sizes.row;
  const crossed = picture.items
    .flatMap(({ row, label }) => (label && label.left - 3 < at && at < label.right + 3 ? [{ row, label }] : []))
    .map(({ row, label }) => row - (label.side === "above" ? sizes.rise / sizes.row : 0))
    .sort((a, b) => a - b);
  const x = plotlyDate(view.now);
  const line = { width: 1, color: colours.muted, dash: "dot" };
  const starts = [-0.65, ...crossed.map((y) => y + half)];
  const ends = [...crossed.map((y) => y - half), app.heldRows - 0.35];
  return starts
    .map((y0, i) => ({ type: "line", y0, y1: ends[i], x0: x, x1: x, layer: "below", line }))
    .filter(({ y0, y1 }) => y1 > y0);
}
