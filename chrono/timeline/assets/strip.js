// @ts-check
// The strip under the chart: all of time in small bars, the chart's view as a window that can be dragged.

/** @param {App} app @returns {{draw(): void, frame(): void}} */
function makeStrip(app) {
  const strip = byId("strip");
  const bars = byId("strip-bars");
  const pane = byId("strip-window");
  const [from, to] = [byId("strip-from"), byId("strip-to")];
  let whole = { start: 0, end: 1 };

  function draw() {
    const marks = app.marks.filter((mark) => mark !== null);
    if (!marks.length) return;
    whole = wholeView(marks, app.payload.now);
    const count = 160;
    const bins = new Array(count).fill(0);
    for (const index of app.shown) {
      const mark = app.marks[index];
      if (mark)
        bins[Math.min(count - 1, Math.floor(((placeOf(mark) - whole.start) / (whole.end - whole.start)) * count))] += 1;
    }
    const most = Math.max(1, ...bins);
    const path = bins
      .map((n, i) => (n ? `M${i + 0.15} 24V${24 - 3 - 19 * Math.sqrt(n / most)}H${i + 0.85}V24z` : ""))
      .join("");
    bars.replaceChildren(makeSvg("path", { d: path, fill: "currentColor" }));
    const known = boundsOf(marks);
    byId("strip-start").textContent = yearName(civil(Math.floor(known.start / DAY))[0]);
    byId("strip-end").textContent = yearName(civil(Math.floor((known.end - 1) / DAY))[0]);
    frame();
  }

  function frame() {
    const share = (/** @type {number} */ second) =>
      Math.min(Math.max((second - whole.start) / (whole.end - whole.start), 0), 1);
    const [left, right] = [share(app.view.start), share(app.view.end)];
    pane.style.left = `${left * 100}%`;
    pane.style.width = `max(4px, ${(right - left) * 100}%)`;
    for (const [handle, second, at] of /** @type {[HTMLElement, number, number][]} */ ([
      [from, app.view.start, left],
      [to, app.view.end, right],
    ])) {
      handle.style.left = `${at * 100}%`;
      handle.setAttribute("aria-valuenow", String(Math.round(at * 100)));
      handle.setAttribute("aria-valuetext", dayName(second));
    }
  }

  /** @param {HTMLElement} node @param {(start: number, end: number, by: number) => void} move `by` in seconds. */
  function draggable(node, move) {
    node.addEventListener("pointerdown", (press) => {
      press.preventDefault();
      press.stopPropagation();
      node.setPointerCapture(press.pointerId);
      const begin = { x: press.clientX, ...app.view };
      let frameId = 0;
      const drag = (/** @type {PointerEvent} */ at) => {
        cancelAnimationFrame(frameId);
        frameId = requestAnimationFrame(() =>
          move(begin.start, begin.end, ((at.clientX - begin.x) / strip.clientWidth) * (whole.end - whole.start)),
        );
      };
      node.addEventListener("pointermove", drag);
      node.addEventListener("lostpointercapture", () => node.removeEventListener("pointermove", drag), { once: true });
    });
  }

  const least = 3600;
  draggable(pane, (start, end, by) => app.look(start + by, end + by));
  draggable(from, (start, end, by) => app.look(Math.min(start + by, end - least), end));
  draggable(to, (start, end, by) => app.look(start, Math.max(end + by, start + least)));
  strip.addEventListener("pointerdown", (press) => {
    const box = strip.getBoundingClientRect();
    const at = whole.start + ((press.clientX - box.left) / box.width) * (whole.end - whole.start);
    const half = (app.view.end - app.view.start) / 2;
    app.look(at - half, at + half);
  });
  for (const handle of [from, to]) {
    handle.addEventListener("keydown", (key) => {
      const way = /** @type {{[key: string]: number}} */ ({ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 })[
        key.key
      ];
      if (!way) return;
      key.preventDefault();
      const by = way * (app.view.end - app.view.start) * 0.05;
      if (handle === from) app.look(Math.min(app.view.start + by, app.view.end - least), app.view.end);
      else app.look(app.view.start, Math.max(app.view.end + by, app.view.start + least));
    });
  }
  return { draw, frame };
}

/** The earliest and the latest bound of the marks. @param {Mark[]} marks */
function boundsOf(marks) {
  let [start, end] = [Infinity, -Infinity];
  for (const mark of marks) {
    start = Math.min(start, mark.start ?? placeOf(mark));
    end = Math.max(end, mark.end ?? placeOf(mark));
  }
  return { start, end };
}

/**
 * All of time that the marks know, with room for symbols at both sides, and for an arrow where a mark is open there.
 * @param {Mark[]} marks
 * @param {number | null} now
 */
function wholeView(marks, now) {
  const { start, end } = boundsOf(marks);
  const near = (end - start) * 0.08;
  const before = marks.some((mark) => mark.start === null && Number(mark.end) - start < near);
  const after = marks.some(
    (mark) => mark.end === null && Math.max(Number(mark.start), now ?? -Infinity) > end - near,
  );
  const room = (/** @type {boolean} */ arrow) =>
    Math.max((end - start) * (arrow ? 0.08 : 0.02), end - start < 6 * 3600 ? 6 * 3600 : 0);
  return { start: Math.max(EARLIEST, start - room(before)), end: Math.min(LATEST, end + room(after)) };
}

/** The buttons that zoom to a unit, as many as fit the chronology's span. @param {App} app */
function makeZoomButtons(app) {
  /** @type {[string, number][]} */
  const units = [
    ["Day", 1],
    ["Week", 7],
    ["Month", 31],
    ["Year", 366],
    ["Decade", 3653],
    ["Century", 36525],
    ["Millennium", 365250],
  ];
  const marks = app.marks.filter((mark) => mark !== null);
  const whole = marks.length ? wholeView(marks, app.payload.now) : { start: 0, end: DAY };
  const days = (whole.end - whole.start) / DAY;
  const fitting = units.filter(([, size]) => size < days * 0.7 && size > days / 4000).slice(-4);
  for (const [name, size] of fitting) {
    byId("zoom-units").append(
      make(
        "button",
        {
          type: "button",
          onclick: () => {
            const mark = app.marks[app.selected];
            const centre = mark ? placeOf(mark) : densest(app, size * DAY);
            app.look(centre - (size * DAY) / 2, centre + (size * DAY) / 2);
          },
        },
        name,
      ),
    );
  }
  byId("zoom-all").addEventListener("click", () => app.look(whole.start, whole.end));
}

/**
 * The middle of the stretch of this length that holds most of the shown events.
 * @param {App} app
 * @param {number} length
 */
function densest(app, length) {
  const places = app.shown
    .flatMap((index) => (app.marks[index] ? [placeOf(/** @type {Mark} */ (app.marks[index]))] : []))
    .sort((a, b) => a - b);
  let [best, first, at] = [0, 0, (app.view.start + app.view.end) / 2];
  for (let last = 0; last < places.length; last += 1) {
    while (places[last] - places[first] > length) first += 1;
    if (last - first + 1 > best) [best, at] = [last - first + 1, (places[first] + places[last]) / 2];
  }
  return at;
}
