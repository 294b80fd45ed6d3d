// @ts-check
// Rows, labels and counts for one view: rows are packed as lanes.py does, labels measured, what does not fit counted.

const BUCKET = 44;

/**
 * The row of each box: in order of time, each in the row it had before or the first where it lies `gap` clear.
 * @param {TimedBox[]} boxes
 * @param {number} gap
 * @param {(number | undefined)[]} [before]
 * @returns {number[]}
 */
function pack(boxes, gap, before = []) {
  /** @type {Box[][]} */
  const rows = [];
  const found = new Array(boxes.length).fill(0);
  const order = boxes.map((_, i) => i).sort((a, b) => boxes[a].at - boxes[b].at || a - b);
  for (const i of order) {
    let row = before[i] ?? -1;
    if (row < 0 || !isFree(rows[row], boxes[i], gap)) {
      row = 0;
      while (!isFree(rows[row], boxes[i], gap)) row += 1;
    }
    rows[row] = rows[row] || [];
    rows[row].splice(!rows[row].length || boxes[i].right > rows[row][0].right ? 0 : 1, 0, boxes[i]);
    found[i] = row;
  }
  return found;
}

/**
 * Whether a box lies clear of those of a row, whose rightmost stands first, so that it mostly decides.
 * @param {Box[] | undefined} placed
 * @param {Box} box
 * @param {number} gap
 */
function isFree(placed, box, gap) {
  if (!placed || placed[0].right + gap <= box.left) return true;
  if (placed[0].left <= box.left) return false;
  return placed.every((each) => each.right + gap <= box.left || box.right + gap <= each.left);
}

/** @param {Item} item @param {Box} box @returns {TimedBox} */
function timed(item, box) {
  return { left: box.left, right: box.right, at: item.mark.start ?? Number(item.mark.end) };
}

/**
 * The picture of one view: every mark that lies in it with its row, label, or the count it went into.
 * @param {Mark[]} marks
 * @param {View} view
 * @param {Packing} options
 * @returns {Picture}
 */
function arrange(marks, view, options) {
  /** @type {Map<string, Item[]>} */
  const lanes = new Map();
  for (const mark of marks) {
    const glyph = withEdges(glyphOf(mark, view, options.sizes), view, options.sizes);
    const name = options.laneOf(mark.row);
    const lane = lanes.get(name) || [];
    lanes.set(name, lane);
    if (glyph.right >= 0 && glyph.left <= view.width) lane.push({ mark, glyph, row: 0, label: null });
  }
  const names = laneOrder([...lanes.keys()]).filter((name) => lanes.get(name)?.length);
  const room = names.length > 1 ? Math.max(4, Math.floor((1.4 * options.room) / names.length)) : options.room;
  /** @type {Picture} */
  const picture = { items: [], clusters: [], bands: [], rows: 0 };
  for (const name of names) {
    const first = picture.rows + (name ? 1 : 0);
    const { items, clusters, rows } = arrangeLane(lanes.get(name) || [], view, { ...options, room });
    for (const item of items) options.before.set(item.mark.row, item.row);
    for (const placed of [...items, ...clusters]) placed.row += first;
    picture.items.push(...items);
    picture.clusters.push(...clusters);
    picture.bands.push({ name, top: picture.rows, last: first + rows - 1 });
    picture.rows = first + rows;
  }
  return picture;
}

/** @param {string[]} names @returns {string[]} The catch-all lanes last. */
function laneOrder(names) {
  const late = ["Others", "None named"];
  return [...names.filter((name) => !late.includes(name)), ...late.filter((name) => names.includes(name))];
}

/**
 * @param {Item[]} items @param {View} view @param {Packing} options
 * @returns {{items: Item[], clusters: Cluster[], rows: number}}
 */
function arrangeLane(items, view, options) {
  const { sizes, room } = options;
  const before = items.map((item) => options.before.get(item.mark.row));
  const gap = sizes.label_gap + sizes.mark_gap;
  for (const width of items.length <= 12 * room ? [options.labelWidth, 300, 200, 130] : []) {
    const labels = items.map((item) => fullLabel(item, Math.min(width, options.labelWidth), view, options));
    const boxes = items.map((item, i) =>
      timed(item, {
        left: Math.min(item.glyph.left, labels[i].left),
        right: Math.max(item.glyph.right, labels[i].right),
      }),
    );
    for (const kept of [before, []]) {
      const rows = pack(boxes, gap, kept);
      const count = Math.max(...rows) + 1;
      if (count > room) continue;
      items.forEach((item, i) => Object.assign(item, { row: rows[i], label: labels[i] }));
      if (width < options.labelWidth) growLabels(items, view, options);
      return { items, clusters: [], rows: count };
    }
  }
  const crowd = gather(items, view, options, before);
  fitLabels(crowd.items, crowd.clusters, view, options);
  return crowd;
}

/** @param {Item} item @param {number} most @param {View} view @param {Packing} options @returns {Label} */
function fullLabel(item, most, view, options) {
  const room = Math.min(most, labelRoom(item.glyph, view.width, options.sizes));
  const text = fitText(options.text(item.mark.row), room, options.measure);
  return { text, ...labelPlace(item.glyph, options.measure(text), view.width, options.sizes) };
}

/**
 * Lengthens labels that were cut short into the room that is left in their row.
 * @param {Item[]} items @param {View} view @param {Packing} options
 */
function growLabels(items, view, options) {
  const leftOf = (/** @type {Item} */ item) => Math.min(item.glyph.left, item.label ? item.label.left : Infinity);
  const sorted = [...items].sort((a, b) => a.row - b.row || leftOf(a) - leftOf(b));
  sorted.forEach((item, i) => {
    const next = sorted[i + 1];
    const end =
      next && next.row === item.row ? leftOf(next) - options.sizes.mark_gap - options.sizes.label_gap : view.width;
    if (!item.label || item.label.side === "left") return;
    const room = Math.min(end - item.label.left, options.labelWidth);
    const text = fitText(
      options.text(item.mark.row),
      Math.max(room, item.label.right - item.label.left),
      options.measure,
    );
    item.label = { ...item.label, text, right: item.label.left + options.measure(text) };
  });
}

/**
 * Marks without labels in at most `room` rows; the stretches where they do not fit become counts in the first row.
 * @param {Item[]} items @param {View} view @param {Packing} options @param {(number | undefined)[]} before
 * @returns {{items: Item[], clusters: Cluster[], rows: number}}
 */
function gather(items, view, options, before) {
  const { sizes, room } = options;
  const bucketOf = (/** @type {Item} */ item) =>
    Math.floor(Math.min(Math.max(pixelOf(view, placeOf(item.mark)), 0), view.width - 1) / BUCKET);
  const narrow = sizes.tail + 2 * sizes.symbol;
  /** @type {Set<number>} */
  const crowded = new Set();
  /** @type {Set<Item>} */
  const counted = new Set();
  const wide = items.filter(
    (item) => Math.min(item.glyph.right, view.width) - Math.max(item.glyph.left, 0) > view.width / 2,
  );
  for (const item of wide.slice(Math.ceil(room / 4))) counted.add(item);
  for (;;) {
    for (const item of items)
      if (crowded.has(bucketOf(item)) && item.glyph.right - item.glyph.left <= narrow) counted.add(item);
    const kept = items.filter((item) => !counted.has(item));
    const places = [...new Set([...counted].map(bucketOf))].sort((a, b) => a - b);
    const boxes = [
      ...places.map((bucket) => ({ left: bucket * BUCKET + 1, right: (bucket + 1) * BUCKET - sizes.mark_gap, at: 0 })),
      ...kept.map((item) => timed(item, item.glyph)),
    ];
    const hopes = [
      ...places.map(() => 0),
      ...items.map((item, i) => (counted.has(item) ? -1 : (before[i] ?? -2))).filter((row) => row !== -1),
    ];
    const rows = packAround(
      boxes,
      places.length,
      sizes.mark_gap,
      hopes.map((row) => (row < 0 || row >= room ? undefined : row)),
    );
    const over = kept.filter((_, i) => rows[places.length + i] >= room);
    if (!over.length) {
      kept.forEach((item, i) => {
        item.row = rows[places.length + i];
      });
      const groups = places.map((bucket) => ({
        bucket,
        members: [...counted].filter((item) => bucketOf(item) === bucket),
      }));
      const lone = (/** @type {Item[]} */ members, /** @type {number} */ bucket) =>
        members.length === 1 &&
        members[0].glyph.left >= bucket * BUCKET &&
        members[0].glyph.right <= (bucket + 1) * BUCKET;
      const alone = groups
        .filter((group) => lone(group.members, group.bucket))
        .map((group) => Object.assign(group.members[0], { row: 0 }));
      const clusters = groups
        .filter((group) => !lone(group.members, group.bucket))
        .map((group) => clusterOf(group.members, group.bucket));
      return { items: [...kept, ...alone], clusters, rows: Math.min(room, Math.max(-1, ...rows) + 1) };
    }
    for (const item of over) {
      crowded.add(bucketOf(item));
      counted.add(item);
    }
  }
}

/**
 * Packs boxes around the first `fixed` ones, which keep the first row.
 * @param {TimedBox[]} boxes @param {number} fixed @param {number} gap @param {(number | undefined)[]} before
 * @returns {number[]}
 */
function packAround(boxes, fixed, gap, before) {
  if (!fixed) return pack(boxes, gap, before);
  const pillars = boxes.slice(0, fixed);
  const rest = pack(
    boxes.slice(fixed),
    gap,
    before.slice(fixed).map((row) => (row ? row - 1 : row)),
  );
  const touches = (/** @type {Box} */ box) =>
    pillars.some((pillar) => pillar.left < box.right + gap && box.left < pillar.right + gap);
  const lifted = boxes.slice(fixed).some((box, i) => rest[i] === 0 && touches(box));
  return [...pillars.map(() => 0), ...rest.map((row) => row + (lifted ? 1 : 0))];
}

/** @param {Item[]} members @param {number} bucket @returns {Cluster} */
function clusterOf(members, bucket) {
  const bounds = members.flatMap(({ mark }) => [mark.start ?? placeOf(mark), mark.end ?? placeOf(mark)]);
  return {
    rows: members.map((item) => item.mark.row),
    at: (bucket + 0.5) * BUCKET,
    row: 0,
    size: Math.min(28, 18 + 4 * Math.log10(members.length)),
    start: bounds.reduce((a, b) => Math.min(a, b)),
    end: bounds.reduce((a, b) => Math.max(a, b)),
  };
}

/**
 * Gives labels to the marks that have free room beside them in their row.
 * @param {Item[]} items @param {Cluster[]} clusters @param {View} view @param {Packing} options
 */
function fitLabels(items, clusters, view, options) {
  const { sizes } = options;
  /** @type {Map<number, {left: number, right: number, item: Item | null}[]>} */
  const rows = new Map();
  const add = (/** @type {number} */ row, /** @type {{left: number, right: number, item: Item | null}} */ box) =>
    rows.set(row, [...(rows.get(row) || []), box]);
  for (const item of items) add(item.row, { left: item.glyph.left, right: item.glyph.right, item });
  for (const cluster of clusters) add(0, { left: cluster.at - BUCKET / 2, right: cluster.at + BUCKET / 2, item: null });
  for (const boxes of rows.values()) {
    boxes.sort((a, b) => a.left - b.left);
    let used = 0;
    boxes.forEach((box, i) => {
      const next = i + 1 < boxes.length ? boxes[i + 1].left - sizes.mark_gap : view.width;
      const label = box.item && labelBetween(box.item, used, next, options);
      if (box.item) box.item.label = label;
      used = Math.max(used, box.right + sizes.mark_gap, label ? label.right + sizes.mark_gap : 0);
    });
  }
}

/**
 * The label of a mark in the free room around it: above a wide one, else right, or left where there is more room.
 * @param {Item} item @param {number} used Where the room begins. @param {number} next Where it ends.
 * @param {Packing} options @returns {Label | null}
 */
function labelBetween(item, used, next, options) {
  const { left, right } = item.glyph;
  const gap = options.sizes.label_gap;
  const full = Math.min(options.measure(options.text(item.mark.row)), options.labelWidth);
  const wide = right - left > options.sizes.wide;
  const start = wide ? Math.max(left, used) : right + gap;
  const rooms = { ahead: next - start, behind: wide ? 0 : left - gap - used };
  const turned = rooms.ahead < full && rooms.behind > rooms.ahead;
  const room = Math.min(turned ? rooms.behind : rooms.ahead, options.labelWidth);
  const text = room >= 48 ? fitText(options.text(item.mark.row), room, options.measure) : "";
  if (text.length < 4) return null;
  const width = options.measure(text);
  if (turned) return { text, side: "left", left: left - gap - width, right: left - gap };
  return { text, side: wide ? "above" : "right", left: start, right: start + width };
}

/**
 * `text` cut with an ellipsis to fit `room` pixels.
 * @param {string} text
 * @param {number} room
 * @param {(text: string) => number} measure
 */
function fitText(text, room, measure) {
  const clean = text.length > 400 ? text.slice(0, 400) : text;
  if (measure(clean) <= room) return clean;
  const signs = Array.from(clean);
  let [low, high] = [0, signs.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(signs.slice(0, middle).join("") + "…") <= room) low = middle;
    else high = middle - 1;
  }
  const cut = signs.slice(0, low).join("");
  const space = cut.lastIndexOf(" ");
  return (space > cut.length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–-]+$/, "") + "…";
}
