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
  const { sizes, statuses, fonts } = app.payload.style;
  const date = (/** @type {number} */ pixel) =>
    plotlyDate(secondOf(view, Math.min(Math.max(pixel, -4000), view.width + 4000)));
  const lookOf = (/** @type {string} */ status) => statuses[status] || statuses.happened;
  /** @type {Map<string, any>} */
  const strokes = new Map();
  const symbols = {
    x: /** @type {string[]} */ ([]),
    y: /** @type {number[]} */ ([]),
    symbol: /** @type {string[]} */ ([]),
    color: /** @type {string[]} */ ([]),
  };
  for (const item of picture.items) {
    const { status } = item.mark;
    const colour = colours[status] || colours.happened;
    const y = levelOf(item, sizes);
    for (const stroke of item.glyph.strokes) {
      const key = `${stroke.kind} ${status}`;
      if (!strokes.has(key)) {
        strokes.set(key, {
          x: [],
          y: [],
          mode: "lines",
          opacity: stroke.kind === "faint" ? 0.4 : 1,
          hoverinfo: "skip",
          line: {
            color: colour,
            width: stroke.kind === "thin" ? sizes.thin : sizes.line,
            dash: stroke.kind === "thin" ? thinDash(lookOf(status).dash) : lookOf(status).dash,
          },
        });
      }
      strokes.get(key).x.push(date(stroke.from), date(stroke.to), null);
      strokes.get(key).y.push(y, y, null);
    }
    for (const symbol of item.glyph.symbols) {
      symbols.x.push(date(symbol.at));
      symbols.y.push(y);
      symbols.symbol.push(
        EDGE_SYMBOLS[symbol.kind] || (symbol.kind === "vague" ? lookOf(status).vague : lookOf(status).exact),
      );
      symbols.color.push(colour);
    }
  }
  const labelled = picture.items.filter((item) => item.label);
  const labels = /** @type {Label[]} */ (labelled.map((item) => item.label));
  return [
    ...[...strokes.keys()].sort().map((key) => strokes.get(key)),
    {
      x: symbols.x,
      y: symbols.y,
      mode: "markers",
      hoverinfo: "skip",
      marker: {
        symbol: symbols.symbol,
        color: symbols.color,
        size: sizes.symbol,
        line: { width: 2, color: symbols.color },
        opacity: 1,
      },
    },
    {
      x: picture.clusters.map((cluster) => date(cluster.at)),
      y: picture.clusters.map((cluster) => cluster.row),
      mode: "markers+text",
      hoverinfo: "skip",
      text: picture.clusters.map((cluster) => shortCount(cluster.rows.length)),
      textposition: "middle center",
      textfont: { size: 11, color: colours.ink, family: fonts.label },
      marker: {
        symbol: "circle",
        size: picture.clusters.map((cluster) => cluster.size),
        color: colours.cluster,
        line: { width: 1, color: colours.muted },
        opacity: 1,
      },
    },
    {
      x: labels.map((label) => date(label.side === "left" ? label.right : label.left)),
      mode: "text",
      hoverinfo: "skip",
      cliponaxis: false,
      y: labelled.map((item) => item.row - (item.label && item.label.side === "above" ? sizes.rise / sizes.row : 0)),
      text: labels.map((label) => plainLabel(label.text)),
      textposition: labels.map((label) => (label.side === "left" ? "middle left" : "middle right")),
      textfont: { size: sizes.label, color: colours.ink, family: fonts.label },
    },
  ];
}

/** The pattern of a thin line, which is too thin for that of a bar. @param {string} dash */
function thinDash(dash) {
  return dash === "solid" ? dash : "3px,2px";
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
  const rows = app.heldRows;
  const marked = ticks(view.start, view.end, Math.max(2, Math.floor(view.width / 110))).filter(
    (tick) => pixelOf(view, tick.at) < view.width - 44,
  );
  const lanes = picture.bands.filter((band) => band.name);
  const foot = marked.some((tick) => tick.text.includes("<br>")) ? 44 : 28;
  return {
    width: view.width + 2 * margin,
    height: (rows + 0.3) * sizes.row + foot + 6,
    margin: { l: margin, r: margin, t: 6, b: foot },
    showlegend: false,
    paper_bgcolor: colours.paper,
    plot_bgcolor: colours.paper,
    font: { family: fonts.label, size: 13, color: colours.ink },
    xaxis: {
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
    },
    yaxis: { visible: false, fixedrange: true, range: [rows - 0.5 + 0.15, -0.65], autorange: false, zeroline: false },
    annotations: lanes.map((band) => ({
      text: `<b>${plainLabel(fitText(band.name, 60, (text) => text.length))}</b>`,
      x: 0,
      xref: "paper",
      xanchor: "left",
      y: band.top,
      showarrow: false,
      font: { size: 12, color: colours.muted },
    })),
    shapes: [
      ...lanes.map((band) => ({
        type: "line",
        xref: "paper",
        x0: 0,
        x1: 1,
        y0: band.top - 0.45,
        y1: band.top - 0.45,
        layer: "below",
        line: { width: 1, color: colours.rule },
      })),
      ...(view.now === null || view.now < view.start || view.now > view.end
        ? []
        : [
            {
              type: "line",
              yref: "paper",
              y0: 0,
              y1: 1,
              x0: plotlyDate(view.now),
              x1: plotlyDate(view.now),
              layer: "below",
              line: { width: 1, color: colours.muted, dash: "dot" },
            },
          ]),
    ],
  };
}
