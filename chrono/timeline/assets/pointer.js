// @ts-check
// Pointer, touch and wheel on the chart: drag to move, pinch or Ctrl-wheel to zoom, click to choose, hover to read.

/**
 * @param {App} app
 * @param {HTMLElement} node
 * @param {{view(): View, zoom(factor: number, at?: number): void, margin(): number}} chart
 */
function listenToPointer(app, node, chart) {
  /** @type {Map<number, number>} */
  const fingers = new Map();
  let moved = 0;
  let frame = 0;
  let clicked = { at: 0, x: 0 };

  const inPlot = (/** @type {number} */ clientX) => clientX - node.getBoundingClientRect().left - chart.margin();
  const secondAt = (/** @type {number} */ clientX) => secondOf(chart.view(), inPlot(clientX));
  const soon = (/** @type {() => void} */ action) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(action);
  };

  node.addEventListener("pointerdown", (press) => {
    if (press.button) return;
    fingers.set(press.pointerId, press.clientX);
    if (fingers.size === 1) moved = 0;
  });
  node.addEventListener("pointermove", (move) => {
    const before = fingers.get(move.pointerId);
    if (before === undefined) return void hover(move);
    if (Math.abs(move.clientX - before) + moved < 4) return;
    hideTip();
    node.setPointerCapture(move.pointerId);
    const view = chart.view();
    const others = [...fingers].filter(([id]) => id !== move.pointerId).map(([, x]) => x);
    const step = move.clientX - before;
    fingers.set(move.pointerId, move.clientX);
    moved += Math.abs(step);
    if (others.length) {
      const factor = Math.max(Math.abs(before - others[0]), 20) / Math.max(Math.abs(move.clientX - others[0]), 20);
      const centre = secondAt((move.clientX + others[0]) / 2);
      soon(() => chart.zoom(factor, centre));
      return;
    }
    const shift = (step / view.width) * (view.end - view.start);
    app.view = heldView(app.view.start - shift, app.view.end - shift);
    soon(() => app.look(app.view.start, app.view.end));
  });
  const lift = (/** @type {PointerEvent} */ press) => {
    if (!fingers.delete(press.pointerId) || press.type === "pointercancel" || moved >= 4) return;
    const again = press.timeStamp - clicked.at < 350 && Math.abs(press.clientX - clicked.x) < 12;
    clicked = { at: press.timeStamp, x: press.clientX };
    choose(press, again);
  };
  node.addEventListener("pointerup", lift);
  node.addEventListener("pointercancel", lift);
  node.addEventListener("pointerleave", hideTip);
  node.addEventListener(
    "wheel",
    (wheel) => {
      if (wheel.ctrlKey || wheel.metaKey) {
        wheel.preventDefault();
        const at = secondAt(wheel.clientX);
        soon(() => chart.zoom(Math.exp(Math.max(-60, Math.min(60, wheel.deltaY)) / 120), at));
      } else if (Math.abs(wheel.deltaX) > Math.abs(wheel.deltaY)) {
        wheel.preventDefault();
        const view = chart.view();
        const shift = (wheel.deltaX / view.width) * (view.end - view.start);
        app.view = heldView(app.view.start + shift, app.view.end + shift);
        soon(() => app.look(app.view.start, app.view.end));
      }
    },
    { passive: false },
  );

  /** @param {PointerEvent} press @param {boolean} again */
  function choose(press, again) {
    const found = hit(press);
    if (found && "mark" in found) app.select(found.mark.row, "chart");
    else if (found) openCluster(app, found);
    else if (again) chart.zoom(0.5, secondAt(press.clientX));
  }

  /** @param {MouseEvent} at @returns {Item | Cluster | null} */
  function hit(at) {
    const { sizes } = app.payload.style;
    const x = inPlot(at.clientX);
    const row = (at.clientY - node.getBoundingClientRect().top - 6) / sizes.row - 0.65;
    const near = (/** @type {{row: number}} */ placed) => Math.abs(placed.row - row) <= 0.5;
    const within = (/** @type {Box} */ box) => x >= box.left - 5 && x <= box.right + 5;
    for (const cluster of app.picture?.clusters || [])
      if (near(cluster) && Math.abs(cluster.at - x) <= BUCKET / 2) return cluster;
    for (const item of app.picture?.items || [])
      if (near(item) && (within(item.glyph) || (item.label && within(item.label)))) return item;
    return null;
  }

  /** @param {PointerEvent} move */
  function hover(move) {
    const found = move.pointerType === "touch" ? null : hit(move);
    node.style.cursor = found ? "pointer" : "";
    if (!found) return hideTip();
    const tip = byId("tip");
    if ("mark" in found) {
      const row = app.rows[found.mark.row];
      const name = statusName(app.payload.style, row.status);
      tip.replaceChildren(
        make("strong", {}, row.date),
        make("span", { dir: "auto" }, row.event.length > 240 ? `${row.event.slice(0, 240)}…` : row.event),
        make("small", { dir: "auto" }, [name, ...row.who].join(" · ")),
      );
    } else
      tip.replaceChildren(
        make("strong", {}, `${found.rows.length} events`),
        make("span", {}, `${dayName(found.start)} – ${dayName(found.end - 1)}`),
        make("small", {}, "Click to open"),
      );
    tip.hidden = false;
    const box = byId("chart-box").getBoundingClientRect();
    const left = Math.min(Math.max(move.clientX - box.left + 14, 4), box.width - tip.offsetWidth - 4);
    const below = move.clientY - box.top + 18;
    tip.style.transform = `translate(${left}px, ${below}px)`;
  }
}

function hideTip() {
  byId("tip").hidden = true;
}

/**
 * Zooms into a count; events of one moment, which no zoom parts, are listed in the card.
 * @param {App} app
 * @param {Cluster} cluster
 */
function openCluster(app, cluster) {
  const length = cluster.end - cluster.start;
  if (length < (app.view.end - app.view.start) * 0.5 && app.view.end - app.view.start > 2 * DAY) {
    const room = Math.max(length * 0.1, DAY / 4);
    app.look(cluster.start - room, cluster.end + room);
    app.say(`${cluster.rows.length} events opened.`);
    return;
  }
  const list = make("ul", { class: "pick" });
  for (const index of cluster.rows.slice(0, 400)) {
    list.append(
      make(
        "li",
        {},
        make(
          "button",
          { type: "button", dir: "auto", onclick: () => app.select(index, "chart") },
          `${app.rows[index].date}: ${app.rows[index].event}`,
        ),
      ),
    );
  }
  byId("card").replaceChildren(
    make("p", { class: "card-date" }, `${cluster.rows.length} events`),
    make("p", { class: "quiet" }, `${dayName(cluster.start)} – ${dayName(cluster.end - 1)}`),
    list,
  );
  byId("card").classList.remove("is-empty");
}

/** A view inside the calendar and no shorter than an hour. @param {number} start @param {number} end */
function heldView(start, end) {
  const length = Math.min(Math.max(end - start, 3600), LATEST - EARLIEST);
  const middle = (start + end) / 2;
  const first = Math.min(Math.max(middle - length / 2, EARLIEST), LATEST - length);
  return { start: first, end: first + length };
}
