// The shapes the page's scripts hand to each other; only the type checker reads this file.

/** Seconds from 1970-01-01T00:00; `end` is exclusive; `null` where open. */
interface Mark { row: number; kind: string; start: number | null; end: number | null; status: string; approximate: boolean }
interface View { start: number; end: number; width: number; now: number | null }
interface Stroke { kind: string; from: number; to: number }
interface Symbol2 { kind: string; at: number }
interface Glyph { strokes: Stroke[]; symbols: Symbol2[]; left: number; right: number }
interface Label { text: string; side: "left" | "right" | "above"; left: number; right: number }
interface Item { mark: Mark; glyph: Glyph; row: number; label: Label | null }
interface Cluster { rows: number[]; at: number; row: number; start: number; end: number; size: number }
interface Band { name: string; top: number; last: number }
interface Picture { items: Item[]; clusters: Cluster[]; bands: Band[]; rows: number }
interface Reading { edtf: string; start: string; end: string; date: string; granularity: string }
type Palette = { [role: string]: string };
type Box = { left: number; right: number };
type TimedBox = Box & { at: number };
interface Packing {
  sizes: Style["sizes"];
  /** The rows that marks may take where there are no lanes. */
  room: number;
  labelWidth: number;
  laneOf(row: number): string;
  text(row: number): string;
  measure(text: string): number;
  /** The rows, within their lane, that marks had in an earlier view. */
  before: Map<number, number>;
}
interface ChartTool {
  draw(): void;
  ring(): void;
  show(index: number): void;
  zoom(factor: number, at?: number): void;
  theme(name: string | null): void;
  image(format: string): Promise<string>;
}
interface TableTool { render(): void; mark(scroll: boolean, focus: boolean): void; whole(on: boolean): void }
interface Evidence { document: string; start: number; end: number }

interface Row {
  index: number; id: string; order: number | null; start: string; end: string; date: string; edtf: string; timex: string;
  zone: string; granularity: string; relation: string; basis: string; expression: string; anchor: string; rule: string;
  why: string; alternatives: string[]; confidence: number | null; event: string; trigger: string; predicate: string;
  who: string[]; where: string[]; status: string; sentence: string; paragraph: number | null;
  sentence_start: number | null; sentence_end: number | null; expression_start: number | null;
  expression_end: number | null; trigger_start: number | null; trigger_end: number | null; document: string;
  title: string; source: string; published: string; evidence: Evidence[]; sources: number | null; conflicts: string[];
  note: string; tags: string[]; hidden: boolean; edited: string[]; [column: string]: unknown;
}
interface Edit { [column: string]: string | string[] | boolean }
interface Article {
  key: string; title: string; source: string; published: string; place: string; text: string | null;
  reference: { date: string; why: string; found: string; confidence: number; others: string[] } | null;
}
interface Column { value?: unknown; values?: unknown[]; index?: number[]; slice?: boolean; other?: { [row: string]: unknown } }
interface Payload {
  title: string; version: string; made: string; key: string; lanes: string; columns: string[]; kinds: { [column: string]: string }; json: { [part: string]: unknown }; size: number;
  table: { [column: string]: Column }; documents: Article[]; readings: { [edtf: string]: Reading };
  now: number | null; home: [number, number] | null; style: Style;
}
interface Style {
  fonts: { label: string; text: string }; light: { [role: string]: string }; dark: { [role: string]: string };
  statuses: { [status: string]: { name: string; exact: string; vague: string; dash: string } };
  sizes: { [name: string]: number };
}
interface Filter { text: string; from: number | null; to: number | null; statuses: Set<string>; who: string; document: string; hidden: boolean }

declare const Plotly: {
  version: string;
  react(node: HTMLElement, data: object[], layout: object, config?: object): Promise<unknown>;
  restyle(node: HTMLElement, update: object, traces: number[]): Promise<unknown>;
  toImage(node: HTMLElement | object, options: object): Promise<string>;
};

/** Everything the page knows; one object, made in main.js and handed round. */
interface App {
  payload: Payload;
  base: Row[];
  rows: Row[];
  marks: (Mark | null)[];
  edits: { [id: string]: Edit };
  filter: Filter;
  shown: number[];
  sort: { column: string; down: boolean };
  lanes: string;
  laneNames: string[];
  view: { start: number; end: number };
  selected: number;
  picture: Picture | null;
  before: Map<number, number>;
  heldRows: number;
  select(index: number, origin?: string): void;
  /** Shows rows and marks anew; `refilter` also goes to the table's top, `reedit` first applies the corrections. */
  refresh(): void;
  refilter(): void;
  reedit(): void;
  look(start: number, end: number): void;
  showPlace(place: Evidence): void;
  say(text: string): void;
}
