// @ts-check
// Days, seconds and dates for years -9999 to 9999. Seconds count from 1970-01-01T00:00; year 0 is 1 BC.

const DAY = 86400;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** @param {number} year @param {number} month @param {number} day @returns {number} Days from 1970-01-01. */
function dayNumber(year, month, day) {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

const EARLIEST = dayNumber(-9999, 1, 1) * DAY;
const LATEST = dayNumber(10000, 1, 1) * DAY - 1;

/** @param {number} number Days from 1970-01-01. @returns {[number, number, number]} Year, month, day. */
function civil(number) {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const part = Math.floor((5 * dayOfYear + 2) / 153);
  const month = part < 10 ? part + 3 : part - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * part + 2) / 5) + 1];
}

/** @param {number} year @param {number} month @returns {number} */
function daysIn(year, month) {
  return dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayNumber(year, month, 1);
}

/** @param {number} year @returns {string} "2019", "AD 79", "44 BC". */
function yearName(year) {
  return year <= 0 ? `${1 - year} BC` : year < 1000 ? `AD ${year}` : String(year);
}

/** @param {number} second @returns {string} "4 Dec 2019". */
function dayName(second) {
  const [year, month, day] = civil(Math.floor(second / DAY));
  return `${day} ${MONTHS[month - 1]} ${yearName(year)}`;
}

/**
 * A stretch in words, no finer than its length deserves: years from twenty years on, months from two, else days.
 * @param {number} start @param {number} end @param {string} [between] @returns {string}
 */
function rangeName(start, end, between = " – ") {
  const years = (end - start) / UNIT_SECONDS.year;
  const names = [start, end - 1].map((second) => {
    const [year, month] = civil(Math.floor(second / DAY));
    if (years >= 20) return yearName(year);
    return years >= 2 ? `${MONTHS[month - 1]} ${yearName(year)}` : dayName(second);
  });
  return names[0] === names[1] ? names[0] : names.join(between);
}

/** @param {number} year @returns {string} Four digits, as ISO 8601 and plotly.js want them. */
function yearText(year) {
  return (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0");
}

/** @param {number} second @returns {string} "2019-12-04". */
function isoDay(second) {
  const [year, month, day] = civil(Math.floor(second / DAY));
  return `${yearText(year)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** @param {number} second @returns {string} A date within plotly.js's calendar. */
function plotlyDate(second) {
  const held = Math.min(Math.max(Math.round(second), EARLIEST), LATEST);
  const rest = held - Math.floor(held / DAY) * DAY;
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return `${isoDay(held)} ${clock.map((part) => String(part).padStart(2, "0")).join(":")}`;
}

const ISO = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?)?)?$/;

/**
 * Reads a year, month, day or minute.
 * @param {string} text
 * @returns {{start: number, end: number, granularity: string} | null}
 */
function readIso(text) {
  const found = ISO.exec(text.trim());
  if (!found || found[1] === "-0000") return null;
  const [year, month, day, hour, minute, second] = found
    .slice(1)
    .map((part) => (part === undefined ? NaN : Number(part)));
  if (isNaN(month)) return stretch(dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1), "year");
  if (month < 1 || month > 12) return null;
  const first = dayNumber(year, month, 1);
  if (isNaN(day)) return stretch(first, first + daysIn(year, month), "month");
  if (day < 1 || day > daysIn(year, month)) return null;
  if (isNaN(hour)) return stretch(first + day - 1, first + day, "day");
  if (hour > 23 || minute > 59 || second > 59) return null;
  const start = (first + day - 1) * DAY + hour * 3600 + minute * 60 + (second || 0);
  return { start, end: start + (isNaN(second) ? 60 : 1), granularity: isNaN(second) ? "minute" : "second" };
}

/** @param {number} first @param {number} last @param {string} granularity */
function stretch(first, last, granularity) {
  return { start: first * DAY, end: last * DAY, granularity };
}

const SPOKEN = /^(?:(\d{1,2})\s+)?(?:([a-z]{3})[a-z]*\.?\s+)?(?:ad\s+)?(\d{1,4})(?:\s+(bce?|ce|ad))?$/i;

/** Rewrites "4 Dec 2019", "Dec 2019", "44 BC" as ISO; other text is returned as it is. @param {string} text */
function spokenToIso(text) {
  const found = SPOKEN.exec(text.trim());
  if (!found || (found[1] && !found[2])) return text.trim();
  const month = found[2] ? MONTHS.findIndex((name) => name.toLowerCase() === found[2].toLowerCase()) + 1 : 0;
  if (found[2] && !month) return text.trim();
  const year = /^b/i.test(found[4] || "") ? 1 - Number(found[3]) : Number(found[3]);
  const parts = [yearText(year)];
  if (month) parts.push(String(month).padStart(2, "0"));
  if (found[1]) parts.push(found[1].padStart(2, "0"));
  return parts.join("-");
}

/**
 * Reads what a reader types as a date: EDTF years to minutes, decades (`194X`), `a/b`, `../b`, `a/..`, `~`, or plain
 * "4 Dec 2019".
 * @param {string} text
 * @returns {{edtf: string, start: number | null, end: number | null, granularity: string, approximate: boolean} | null}
 */
function readDate(text) {
  const sides = text.trim().split("/");
  if (sides.length > 2 || !text.trim()) return null;
  const read = sides.map(readSide);
  if (read.some((side) => side === null)) return null;
  const ends = /** @type {{edtf: string, start: number | null, end: number | null, granularity: string}[]} */ (read);
  const known = ends.filter((side) => side.start !== null);
  const [first, last] = [ends[0], ends[ends.length - 1]];
  if (!known.length || (first.start !== null && last.end !== null && first.start >= last.end)) return null;
  const edtf = ends.map((side) => side.edtf).join("/");
  return {
    edtf,
    start: first.start,
    end: last.end,
    granularity: known[0].granularity,
    approximate: /[~?%]/.test(edtf),
  };
}

/** @param {string} text */
function readSide(text) {
  const trimmed = text.trim();
  if (trimmed === ".." || trimmed === "") return { edtf: "..", start: null, end: null, granularity: "" };
  const mark = /[~?%]$/.test(trimmed) ? trimmed.slice(-1) : "";
  const body = spokenToIso(mark ? trimmed.slice(0, -1) : trimmed);
  const decade = /^(\d{2,3})(X{1,2})$/i.exec(body);
  if (decade && body.length === 4) {
    const size = decade[2].length === 1 ? 10 : 100;
    const year = Number(decade[1]) * size;
    return {
      edtf: body.toUpperCase() + mark,
      ...stretch(dayNumber(year, 1, 1), dayNumber(year + size, 1, 1), size === 10 ? "decade" : "century"),
    };
  }
  const found = readIso(body);
  return found && { edtf: body.replace(" ", "T") + mark, ...found };
}

/**
 * The inclusive bounds and the wording of a date that was read, as the table's columns hold them.
 * @param {NonNullable<ReturnType<typeof readDate>>} date @returns {Reading}
 */
function readingOf(date) {
  const fine = date.granularity === "minute" || date.granularity === "second";
  const write = (/** @type {number} */ second) =>
    fine ? plotlyDate(second).replace(" ", "T").replace(/:00$/, "") : isoDay(second);
  return {
    edtf: date.edtf,
    granularity: date.granularity,
    date: spoken(date.edtf),
    start: date.start === null ? "" : write(date.start),
    end: date.end === null ? "" : write(date.end - (fine ? 60 : 1)),
  };
}

/** @param {string} edtf @returns {string} */
function spoken(edtf) {
  const sides = edtf.split("/").map((side) => {
    const body = side.replace(/[~?%]$/, "");
    const about = body === side ? "" : "c. ";
    const found = readIso(body);
    if (/X$/.test(body)) return about + body.replace("XX", "00s").replace("X", "0s");
    if (!found) return body;
    const [year, month] = civil(found.start / DAY);
    if (found.granularity === "year") return about + yearName(year);
    if (found.granularity === "month") return `${about}${MONTHS[month - 1]} ${yearName(year)}`;
    return (
      about +
      dayName(found.start) +
      (found.granularity === "day" ? "" : body.slice(body.indexOf("T")).replace("T", ", "))
    );
  });
  if (sides.length === 1) return sides[0];
  if (sides[1] === "..") return `since ${sides[0]}`;
  return sides[0] === ".." ? `until ${sides[1]}` : `${sides[0]} – ${sides[1]}`;
}

/** @type {[number, string][]} */
const STEPS = [
  [1, "hour"],
  [3, "hour"],
  [6, "hour"],
  [12, "hour"],
  [1, "day"],
  [2, "day"],
  [7, "day"],
  [14, "day"],
  [1, "month"],
  [3, "month"],
  [6, "month"],
  [1, "year"],
  [2, "year"],
  [5, "year"],
  [10, "year"],
  [20, "year"],
  [50, "year"],
  [100, "year"],
  [200, "year"],
  [500, "year"],
  [1000, "year"],
  [2000, "year"],
  [5000, "year"],
];
/** @type {{[unit: string]: number}} */
const UNIT_SECONDS = { hour: 3600, day: DAY, month: 30.44 * DAY, year: 365.2425 * DAY };

/**
 * About `count` ticks between two seconds; a text's second line names the larger unit.
 * @param {number} start @param {number} end @param {number} count @returns {{at: number, text: string}[]}
 */
function ticks(start, end, count) {
  const [step, unit] =
    STEPS.find(([size, name]) => (end - start) / (size * UNIT_SECONDS[name]) <= count) || STEPS[STEPS.length - 1];
  const places = tickPlaces(start, end, step, unit).filter((place) => place >= start && place <= end);
  return places.map((at, i) => ({ at, text: tickText(at, unit, i ? places[i - 1] : null) }));
}

/** @param {number} start @param {number} end @param {number} step @param {string} unit @returns {number[]} */
function tickPlaces(start, end, step, unit) {
  const [firstDay, lastDay] = [Math.floor(start / DAY), Math.floor(end / DAY) + 1];
  const [firstYear, lastYear] = [civil(firstDay)[0], civil(lastDay)[0] + 1];
  const places = [];
  if (unit === "hour") for (let s = firstDay * DAY; s <= lastDay * DAY; s += step * 3600) places.push(s);
  if (unit === "day") {
    const offset = step >= 7 ? 4 : 0; // day 4 is a Monday
    for (let d = Math.floor((firstDay - offset) / step) * step + offset; d <= lastDay; d += step) places.push(d * DAY);
  }
  if (unit === "month") {
    for (let m = firstYear * 12; m <= lastYear * 12; m += step) {
      const year = Math.floor(m / 12);
      places.push(dayNumber(year, m - year * 12 + 1, 1) * DAY);
    }
  }
  if (unit === "year") {
    // Multiples are taken of the year as named: 100 BC is year -99, and there is no year 0.
    const years = new Set();
    for (let y = Math.floor(firstYear / step) * step - step; y <= lastYear + step; y += step)
      years.add(y < 0 ? y + 1 : Math.max(y, 1));
    for (const year of years) if (year >= -9999 && year <= 9999) places.push(dayNumber(year, 1, 1) * DAY);
  }
  return places;
}

/** @param {number} at @param {string} unit @param {number | null} before @returns {string} */
function tickText(at, unit, before) {
  const [year, month, day] = civil(Math.floor(at / DAY));
  const old = before === null ? [NaN, NaN, NaN] : civil(Math.floor(before / DAY));
  if (unit === "year") return yearName(year);
  const under = year === old[0] ? "" : `<br>${yearName(year)}`;
  if (unit === "month") return MONTHS[month - 1] + under;
  if (unit === "day") return `${day} ${MONTHS[month - 1]}${under}`;
  const clock = `${String(Math.floor((((at % DAY) + DAY) % DAY) / 3600)).padStart(2, "0")}:00`;
  return day === old[2] && month === old[1] && !under
    ? clock
    : `${clock}<br>${day} ${MONTHS[month - 1]} ${yearName(year)}`;
}
