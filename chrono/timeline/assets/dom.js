// @ts-check
// The few helpers that make elements. Text only ever enters the page as text nodes.

/**
 * Makes an element. `on…` attributes are listeners; `false`, `null` and `undefined` leave an attribute out.
 * @param {string} tag
 * @param {{[name: string]: any}} [attributes]
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElement}
 */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined)
      node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** @param {string} id @returns {HTMLElement} The element with this id, which the page always has. */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {string} id @returns {HTMLInputElement} */
function inputById(id) {
  return /** @type {HTMLInputElement} */ (document.getElementById(id));
}

/** @param {string} tag @param {{[name: string]: any}} attributes @param {...Node} children @returns {SVGElement} */
function makeSvg(tag, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/** @type {{[shape: string]: string}} */
const SHAPES = {
  circle: "M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10z",
  square: "M3.5 3.5h9v9h-9z",
  diamond: "M8 2l6 6l-6 6l-6-6z",
  "triangle-up": "M8 3l5.6 9.6h-11.2z",
  hexagon: "M8 2.4l4.9 2.8v5.6l-4.9 2.8l-4.9-2.8v-5.6z",
  x: "M4.6 2.6L8 6l3.4-3.4l2 2L10 8l3.4 3.4l-2 2L8 10l-3.4 3.4l-2-2L6 8L2.6 4.6z",
};

/**
 * The symbol of a status as a small picture; it is decoration, the status is always written beside it.
 * @param {Style} style @param {string} status @returns {SVGElement}
 */
function statusIcon(style, status) {
  const symbol = (style.statuses[status] || style.statuses.happened).exact;
  const open = symbol.endsWith("-open");
  const path = makeSvg("path", {
    d: SHAPES[symbol.replace(/-open$/, "")],
    fill: open ? "none" : "currentColor",
    stroke: "currentColor",
    "stroke-width": open ? 2 : 1,
  });
  return makeSvg(
    "svg",
    { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true", class: `icon ${statusClass(style, status)}` },
    path,
  );
}

/** @param {Style} style @param {string} status @returns {string} A class name that colours by status. */
function statusClass(style, status) {
  return `is-${status in style.statuses ? status : "happened"}`;
}

/** @param {Style} style @param {string} status @returns {string} */
function statusName(style, status) {
  return status in style.statuses ? style.statuses[status].name.split(",")[0] : status;
}

/** @param {string} text @param {string} type @param {string} fileName Hands the reader a file. */
function saveFile(text, type, fileName) {
  saveUrl(URL.createObjectURL(new Blob([text], { type })), fileName);
}

/** @param {string} url @param {string} fileName */
function saveUrl(url, fileName) {
  const link = make("a", { href: url, download: fileName });
  document.body.append(link);
  link.click();
  link.remove();
  if (url.startsWith("blob:")) setTimeout(() => URL.revokeObjectURL(url), 10000);
}
