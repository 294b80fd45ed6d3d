// @ts-check
// Pointer, touch and wheel on the chart: drag to move, pinch or Ctrl-wheel to zoom, click to choose, hover to read.

/**
 * Drag, pinch and wheel move the view; it is drawn at most once a frame.
 * @param {App} app
 * @param {HTMLElement} node
 * @param {(clientX: number) => number} secondAt
 * @returns {() => boolean} Whether the pointer was just dragged, so that lifting it is no click.
 */
function listenToGestures(app, node, secondAt) {
  /** @type {Map<number, number>} */
  const fingers = new Map();
  let moved = 0;
  let frame = 0;

  /** @param {number} start @param {number} end */
  function move(start, end) {
    app.view = heldView(start, end);
    hideTip();
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => app.look(app.view.start, app.view.end));
  }

  /** @param {number} factor @param {number} centre */
  function zoom(factor, centre) {
    move(centre - (centre - app.view.start) * factor, centre + (app.view.end - centre) * factor);
  }

  /** @param {number} pixels */
  function shift(pixels) {
    const seconds = secondAt(pixels) - secondAt(0);
    move(app.view.start + seconds, app.view.end + seconds);
  }

  /** @param {PointerEvent} drag */
  function follow(drag) {
    const before = fingers.get(drag.pointerId);
    if (before === undefined || Math.abs(drag.clientX - before) + moved < 4) return;
    node.setPointerCapture(drag.pointerId);
    const other = [...fingers].filter(([id]) => id !== drag.pointerId).map(([, x]) => x)[0];
    fingers.set(drag.pointerId, drag.clientX);
    moved += Math.abs(drag.clientX - before);
    if (other === undefined) return shift(before - drag.clientX);
    const factor = Math.max(Math.abs(before - other), 20) / Math.max(Math.abs(drag.clientX - other), 20);
    zoom(factor, secondAt((drag.clientX + other) / 2));
  }

  /** @param {WheelEvent} wheel Plain scrolling stays the page's. */
  function roll(wheel) {
    if (wheel.ctrlKey || wheel.metaKey) {
      zoom(Math.exp(Math.max(-60, Math.min(60, wheel.deltaY)) / 120), secondAt(wheel.clientX));
    } else if (Math.abs(wheel.deltaX) > Math.abs(wheel.deltaY)) shift(wheel.deltaX);
    else return;
    wheel.preventDefault();
  }

  node.addEventListener("pointerdown", (press) => {
    if (press.button) return;
    if (!fingers.size) moved = 0;
    fingers.set(press.pointerId, press.clientX);
  });
  node.addEventListener("pointermove", follow);
  for (const end of ["pointerup", "pointercancel"]) {
    node.addEventListener(end, (lift) => fingers.delete(/** @type {PointerEvent} */ (lift).pointerId));
  }
  node.addEventListener("wheel", roll, { passive: false });
  return () => moved >= 4;
}

/**
 * @param {App} app
 * @param {HTMLElement} node
 * @param {{view(): View, zoom(factor: number, at?: number): void, margin(): number}} chart
 */
function listenToPointer(app, node, chart) {
  const inPlot = (/** @type {number} */ clientX) => clientX - node.getBoundingClientRect().left - chart.margin();
  const secondAt = (/** @type {number} */ clientX) => secondOf(chart.view(), inPlot(clientX));
  const dragged = listenToGestures(app, node, secondAt);

  /** @param {MouseEvent} at @returns {Item | Cluster | null} */
  function hit(at) {
    const y = at.clientY - node.getBoundingClientRect().top;
    return app.picture && markAt(app.picture, inPlot(at.clientX), y, app.payload.style.sizes);
  }

  node.addEventListener("click", (click) => {
    if (dragged()) return;
    const found = hit(click);
    if (found && "mark" in found) app.select(found.mark.row, "chart");
    else if (found) openCluster(app, found);
    else if (click.detail === 2) chart.zoom(0.5, secondAt(click.clientX));
  });
  node.addEventListener("pointermove", (move) => {
    const found = move.pointerType === "touch" || move.buttons ? null : hit(move);
    node.style.cursor = found ? "pointer" : "";
    if (found) showTip(app, found, move);
    else hideTip();
  });
  node.addEventListener("pointerleave", hideTip);
}

/**
 * The mark or count at a place of the chart, given in pixels.
 * @param {Picture} picture
 * @param {number} x
 * @param {number} y
 * @param {Style["sizes"]} sizes
 * @returns {Item | Cluster | null}
 */
function markAt(picture, x, y, sizes) {
  const row = (y - 6) / sizes.row - 0.65;
  const near = (/** @type {{row: number}} */ placed) => Math.abs(placed.row - row) <= 0.5;
  const within = (/** @type {Box} */ box) => x >= box.left - 5 && x <= box.right + 5;
  const cluster = picture.clusters.find((each) => near(each) && Math.abs(each.at - x) <= BUCKET / 2);
  const item = picture.items.find((each) => near(each) && (within(each.glyph) || (each.label && within(each.label))));
  return cluster || item || null;
}

/** @param {App} app @param {Item | Cluster} found @param {MouseEvent} at */
function showTip(app, found, at) {
  const tip = byId("tip");
  if ("mark" in found) {
    const row = app.rows[found.mark.row];
    tip.replaceChildren(
      make("strong", {}, row.date),
      make(
        "span",
        { dir: "auto" },
        fitText(row.event, 240, (text) => text.length),
      ),
      make("small", { dir: "auto" }, [statusName(app.payload.style, row.status), ...row.who].join(" · ")),
    );
  } else {
    tip.replaceChildren(
      make("strong", {}, `${found.rows.length} events`),
      make("span", {}, rangeName(found.start, found.end)),
      make("small", {}, "Click to open"),
    );
  }
  tip.hidden = false;
  const box = byId("chart-box").getBoundingClientRect();
  const left = Math.min(Math.max(at.clientX - box.left + 14, 4), box.width - tip.offsetWidth - 4);
  tip.style.transform = `translate(${left}px, ${at.clientY - box.top + 18}px)`;
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
    make("p", { class: "quiet" }, rangeName(cluster.start, cluster.end)),
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
