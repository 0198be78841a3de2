// How many deadlines a second one core computes, beside the most used business-hours library of npm, on the same questions.
import dayjs from "dayjs";
import businessTime from "dayjs-business-time";
import type { Calendar } from "../src/policy/index.ts";
import { openHours } from "../src/policy/index.ts";
import { dateOf, firstDayOf } from "../src/policy/time/civil-day.ts";
import { isPublicHoliday } from "../src/policy/time/holidays.ts";
import type { Row } from "./row.ts";

const MINUTE = 60_000;
const TWO_YEARS = 2 * 250 * 8 * 60; // open minutes
const CASES = 4_096;
const OPENINGS = [
  { start: "09:00:00", end: "12:30:00" },
  { start: "13:30:00", end: "18:00:00" },
];

interface Question {
  readonly from: number;
  readonly minutes: number;
}

/** Starts on whole minutes of 2026, by day and by night; lengths up to two years of open time. */
function questions(): Question[] {
  return Array.from({ length: CASES }, (_, i) => ({ from: Date.UTC(2026, 0, 1) + ((i * 7_919) % 525_600) * MINUTE, minutes: 1 + ((i * 104_729) % TWO_YEARS) }));
}

/** The library knows one zone, the machine's; so the calendar is in that zone, too. */
function office(): Calendar {
  const day = [
    { from: 540, to: 750 },
    { from: 810, to: 1080 },
  ];
  return { id: "office", name: {}, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, always: false, week: [day, day, day, day, day, [], []], holidays: { country: "FR" }, except: {} };
}

function holidays(): string[] {
  return [2026, 2027, 2028, 2029].flatMap((year) => {
    const days = Array.from({ length: firstDayOf(year + 1) - firstDayOf(year) }, (_, i) => firstDayOf(year) + i);
    return days.filter((day) => isPublicHoliday("FR", undefined, day, year)).map(dateOf);
  });
}

/** Answers a second, the best of some rounds of `ms` milliseconds after a first one that is not counted. */
function rate(asked: readonly Question[], answer: (question: Question) => unknown, rounds: number, ms: number): number {
  const round = (length: number): number => {
    const start = performance.now();
    let n = 0;
    for (; performance.now() - start < length; n += 16) for (let i = 0; i < 16; i++) answer(asked[(n + i) % asked.length]!);
    return (n / (performance.now() - start)) * 1000;
  };
  round(ms / 4);
  return Math.max(...Array.from({ length: rounds }, () => round(ms)));
}

/** Ours and theirs, and how many of the questions that both were asked they answer alike. */
export function deadlines(quick: boolean): Row[] {
  dayjs.extend(businessTime);
  dayjs.setHolidays(holidays());
  dayjs.setBusinessTime({ sunday: null, monday: OPENINGS, tuesday: OPENINGS, wednesday: OPENINGS, thursday: OPENINGS, friday: OPENINGS, saturday: null });
  const asked = questions();
  const hours = openHours(office());
  const ours = ({ from, minutes }: Question): number | null => hours.addOpen(from, minutes * MINUTE);
  const theirs = ({ from, minutes }: Question): number => dayjs(from).addBusinessMinutes(minutes).valueOf();
  const compared = asked.filter((_, i) => i % (quick ? 256 : 64) === 0);
  const alike = compared.filter((question) => ours(question) === theirs(question)).length;
  const value = rate(asked, ours, quick ? 2 : 3, 1_000);
  const peer = { name: "dayjs-business-time", value: rate(asked, theirs, 1, quick ? 2_000 : 4_000) };
  const decade = asked.map(({ from, minutes }) => ({ from, minutes: minutes * 5 }));
  return [
    {
      name: "deadlines up to two years ahead, one core",
      size: null,
      unit: "/s",
      value,
      target: { value: 1_000_000 },
      peer,
      note: `two openings a day, French holidays; of ${compared.length} that both answered, ${alike} alike`,
    },
    { name: "deadlines up to ten years ahead, one core", size: null, unit: "/s", value: rate(decade, ours, quick ? 2 : 3, 1_000), target: { value: 500_000 } },
  ];
}
