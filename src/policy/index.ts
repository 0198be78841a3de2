// The policy room's door: what other rooms may use.
export * from "./model.ts";
export * from "./decision.ts";
export { compile, compileSource, type Compiled, type CompileOptions } from "./compile.ts";
export { decide } from "./decide.ts";
export { factValue } from "./facts.ts";
export { finding, nearest } from "./finding.ts";
export { heedsMaintenance, needs, type Needs } from "./needs.ts";
export { POLICY_SHAPE } from "./policy-shape.ts";
export { read, type Source } from "./read.ts";
export { readScenarios, runScenarios, type ScenarioFile, type ScenarioResult, type Scenarios } from "./scenario.ts";
export { resultFact, SECTION_KINDS } from "./sections.ts";
export { clearTopic, suggestTopics } from "./suggest-topic.ts";
export { announceClosureBy, announceMaintenanceBy } from "./announce-by.ts";
export { calendarIn } from "./time/calendar-in.ts";
export { before, dueAt } from "./time/due.ts";
export { formatDuration, parseDuration, toMilliseconds } from "./time/duration.ts";
export { openHours } from "./time/calendar.ts";
export { instantToLocal, isShownTwice, isZone, localToInstant, readInstant } from "./time/zoned.ts";
