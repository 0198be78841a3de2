// Whom and what a region of situations means, as a person would say it: "a customer, contract: none, asking about an invoice, by telephone".
import type { Cell } from "../policy/check/space.ts";
import type { Where } from "../policy/compare/exact-boxes.ts";
import { NEW, OLD, plainName } from "../policy/compare/joint-space.ts";
import type { Duration, Fact, Lang, Policy, Unit, Value } from "../policy/model.ts";
import { type WeekCell, weekCells } from "../policy/time/cells.ts";
import { factName, factValueName } from "./fact-names.ts";
import { minuteText, weekdayText } from "./instant.ts";
import { localeOf } from "./languages.ts";
import { decimalText, numberText, percentText } from "./numbers.ts";
import { named, phrase } from "./phrase.ts";
import { durationText, wordsIn } from "./slots.ts";

/** The region in words, beginning with who it is. `policy` knows the names. */
export function situationText(policy: Policy, where: readonly Where[], lang: Lang): string {
  if (!where.length) return phrase(lang, "situation.everybody");
  const stranger = where.some(({ fact, cells }) => fact.name === "identified" && cells.every((c) => "value" in c && c.value === false));
  const told = where.filter(({ fact }) => !(stranger && fact.name === "identified"));
  const order = (w: Where): number => (["customer", "person"].includes(w.fact.of) && w.fact.counts === undefined ? 0 : w.fact.name.startsWith("topic") ? 1 : 2);
  const parts = [...told].sort((a, b) => order(a) - order(b)).map((w) => partText(policy, w, lang));
  const hour = hourIn(policy, where);
  const example = hour ? ` (${phrase(lang, "situation.for-example", { day: weekdayText(hour.weekday, lang), clock: minuteText(hour.minute) })})` : "";
  return [phrase(lang, stranger ? "situation.stranger" : "situation.customer"), ...parts].join(", ") + example;
}

/** The same to a customer about their own cases: without who they are, and of facts that have a name for people alone; empty where nothing is left. */
export function casesText(policy: Policy, where: readonly Where[], lang: Lang): string {
  return where
    .filter(({ fact }) => hasName(fact))
    .map((w) => ({ ...w, cells: known(w.cells) }))
    .filter(({ cells }) => cells.length > 0)
    .map((w) => partText(policy, w, lang))
    .join(", ");
}

const NAMED = ["topic", "channel", "now-in", "opened-in", "accepted"];
const hasName = (fact: Fact): boolean => {
  const [family = ""] = plainName(fact.name).split(".");
  return NAMED.includes(family) || (family !== "ruling" && (fact.label !== undefined || factName(fact.name, "en") !== null));
};
/** That nobody knows it yet goes without saying. */
const known = (cells: readonly Cell[]): readonly Cell[] => cells.filter((c) => !("value" in c) || c.value !== null);

/** An hour of the week of which a region speaks, where hours were moved: "outside … as it was, during … as it is now" is hard to place. */
function hourIn(policy: Policy, where: readonly Where[]): WeekCell | undefined {
  const asked = where.flatMap(({ fact, cells }) => {
    const calendar = policy.calendars[fact.name.slice("now-in.".length)];
    const [cell] = cells;
    return fact.name.startsWith("now-in.") && calendar?.undecided === undefined && calendar && cells.length === 1 && cell && "value" in cell ? [{ calendar, open: cell.value }] : [];
  });
  if (!asked.some(({ calendar }) => calendar.id.endsWith(OLD) || calendar.id.endsWith(NEW))) return undefined;
  return weekCells(
    asked.map((a) => a.calendar),
    Number(policy.effective.slice(0, 4)),
  ).find((cell) => asked.every(({ calendar, open }) => cell.open[calendar.id] === open));
}

function partText(policy: Policy, where: Where, lang: Lang): string {
  const { fact } = where;
  const name = plainName(fact.name);
  const dot = name.indexOf(".");
  const [family, rest] = dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, ""];
  const only = where.cells.length === 1 && "value" in where.cells[0]! ? where.cells[0].value : undefined;
  if ((family === "now-in" || family === "opened-in") && typeof only === "boolean") {
    const calendar = marked(fact.name, lowered(wordsIn(policy.calendars[rest]?.name ?? { en: rest }, lang)), lang);
    return phrase(lang, family === "now-in" ? (only ? "situation.during" : "situation.outside") : only ? "situation.opened-during" : "situation.opened-outside", { calendar });
  }
  if (family === "accepted" && typeof only === "boolean")
    return phrase(lang, only ? "situation.accepted" : "situation.not-accepted", { document: wordsIn(policy.documents[rest]?.title ?? { en: rest }, lang) });
  const value = valuesText(where, lang);
  if (family === "topic") return phrase(lang, "situation.topic", { value });
  if (family === "channel") return phrase(lang, "situation.channel", { value: lowered(value) });
  return phrase(lang, "situation.fact", { fact: marked(fact.name, lowered(labelOf(fact, family, rest, lang)), lang), value });
}

function labelOf(fact: Fact, family: string, rest: string, lang: Lang): string {
  if (fact.label) return wordsIn(fact.label, lang);
  if (family === "worked") return phrase(lang, "situation.worked", { value: rest });
  if (family === "ruling") return phrase(lang, "situation.ruling", { clause: rest });
  if (family === "promise") return phrase(lang, "situation.promise", { promise: named(lang, "promise", rest) });
  return factName(fact.name, lang) ?? plainName(fact.name).replaceAll(/[-.]/g, " ");
}

const marked = (name: string, text: string, lang: Lang): string =>
  name.endsWith(OLD) ? phrase(lang, "situation.as-it-was", { name: text }) : name.endsWith(NEW) ? phrase(lang, "situation.as-it-is", { name: text }) : text;

/** "none or lapsed", "over 20 minutes", "anything but billing". */
function valuesText({ fact, cells, others }: Where, lang: Lang): string {
  const stretches: { from: number; to: number }[] = [];
  const values: Value[] = [];
  for (const cell of cells) {
    if ("value" in cell) values.push(cell.value);
    else if (stretches.at(-1)?.to === cell.from) stretches.at(-1)!.to = cell.to;
    else stretches.push({ ...cell });
  }
  const missing = fact.values.filter((v) => !values.includes(v));
  if (fact.kind === "one-of" && missing.length && missing.length < values.length - 1 && others >= missing.length) {
    return phrase(lang, "situation.other-than", {
      values: either(
        missing.map((v) => valueText(fact, v, lang)),
        lang,
      ),
    });
  }
  return either([...stretches.map((s) => stretchText(fact, s, lang)), ...values.map((v) => valueText(fact, v, lang))], lang);
}

const either = (items: readonly string[], lang: Lang): string => new Intl.ListFormat(localeOf(lang), { type: "disjunction" }).format(items);

function valueText(fact: Fact, value: Value, lang: Lang): string {
  if (value === null) return phrase(lang, fact.name.startsWith("ruling.") ? "situation.not-ruled" : "situation.unknown");
  if (typeof value === "boolean") return phrase(lang, value ? "situation.yes" : "situation.no");
  if (typeof value === "number") return amountText(fact, value, lang);
  const label = fact.options[value]?.label;
  if (label) return wordsIn(label, lang);
  if (fact.name === "channel") return named(lang, "channel", value);
  if (fact.name.startsWith("ruling.") && (value === "granted" || value === "declined")) return phrase(lang, `situation.${value}`);
  if (fact.name.startsWith("promise.") && value !== "none") return lowered(named(lang, "promise.state", value));
  return factValueName(fact.name, value, lang) ?? value.replaceAll("-", " ");
}

const MINUTE = 60_000;
const UNITS: readonly [number, Unit][] = [
  [24 * 60 * MINUTE, "days"],
  [60 * MINUTE, "hours"],
  [MINUTE, "minutes"],
];

function amountText(fact: Fact, n: number, lang: Lang): string {
  if (fact.kind === "money") return decimalText(n / 100, lang);
  if (fact.kind === "percent") return percentText(n, lang);
  if (fact.kind !== "duration") return numberText(n, lang);
  const [size, unit] = UNITS.find(([s, u]) => n % s === 0 && n >= s && !(u === "days" && n <= 2 * s)) ?? [MINUTE, "minutes"];
  return durationText({ amount: n / size, unit } satisfies Duration, lang);
}

/** A bound that lies just beyond a round one is told by the round one: from 20 minutes and a millisecond is "over 20 minutes". */
function stretchText(fact: Fact, { from, to }: { from: number; to: number }, lang: Lang): string {
  const say = (key: "over" | "from" | "under" | "within", n: number): string => phrase(lang, `situation.${key}`, { value: amountText(fact, n, lang) });
  const open = to >= Number.MAX_SAFE_INTEGER || (fact.kind === "percent" && to > 100);
  const fine = fact.kind === "duration" ? MINUTE : fact.kind === "money" ? 10 : 0;
  if (to === from + 1) return amountText(fact, from, lang);
  const least = from === 0 ? null : fine && from % fine === 1 ? say("over", from - 1) : say("from", from);
  const most = open ? null : fine && to % fine !== 1 ? say("under", to) : say("within", to - 1);
  return [least, most].filter((part) => part !== null).join(", ") || phrase(lang, "situation.known");
}

/** A name inside a sentence: its first letter small, unless it is an abbreviation. */
const lowered = (text: string): string => text.replace(/^\p{Lu}(?=\p{Ll})/u, (c) => c.toLowerCase());
