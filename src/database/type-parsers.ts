// How values come out of PostgreSQL: moments as epoch milliseconds and bigint as number, as the rest of the program counts them.
import pg from "pg";

/** Epoch milliseconds of a timestamptz in ISO style; 'infinity' is Infinity. Throws RangeError where it is no moment we can hold. */
export function parseMoment(text: string): number {
  if (text.endsWith("infinity")) return text.startsWith("-") ? -Infinity : Infinity;
  const offset = /([+-]\d\d)(:\d\d)?$/.exec(text);
  if (!offset) throw new RangeError(`not a moment: ${text}`);
  const zone = offset[0] === "+00" ? "Z" : `${offset[1]}${offset[2] ?? ":00"}`;
  const ms = Date.parse(`${text.slice(0, 10)}T${text.slice(11, offset.index)}${zone}`);
  if (Number.isNaN(ms)) throw new RangeError(`not a moment: ${text}`);
  return ms;
}

/** Throws RangeError beyond 2^53, where numbers lose their last digits. */
export function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`too large for a number: ${text}`);
  return value;
}

const asIs = (text: string): string => text;

/** By type oid (pg_type). A date stays "2026-11-23": as a moment it would need a zone; numeric stays text: it may not fit a number. */
const OURS: Readonly<Record<number, (text: string) => unknown>> = {
  20: parseBigint,
  1184: parseMoment,
  1082: asIs,
  1114: asIs,
  1016: (text) => parseArray(text).map(parseBigint),
  1185: (text) => parseArray(text).map(parseMoment),
  1182: (text) => parseArray(text),
};

const TEXT_ARRAY: number = 1009;

function parseArray(text: string): string[] {
  const parse: (text: string) => string[] = pg.types.getTypeParser(TEXT_ARRAY, "text");
  return parse(text);
}

/** For the `types` of a pool: ours where we have one, else the driver's own. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    const ours = format === "binary" ? undefined : OURS[oid];
    return ours ?? pg.types.getTypeParser(oid, "text");
  },
};
