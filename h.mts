import { mkdtemp } from "node:fs/promises";
import { readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { discardEmbedded } from "./src/database/discard-embedded.ts";
import { embeddedUrl } from "./src/database/embedded-account.ts";
import { keptSecret } from "./src/database/secret.ts";
import { makeKey } from "./bench/api.ts";
import { runClient } from "./bench/run-client.ts";
import { seeding } from "./bench/seed.ts";
import { startServer } from "./bench/server.ts";
const seconds = Number(process.argv[2] ?? 6);
const what = (process.argv[3] ?? "1,16,bare").split(",");
const stats = process.argv.includes("--stats");
const dir = await mkdtemp(join(tmpdir(), "h-bench-"));
if (stats) {
  const s = await startServer(dir, "node");
  const c = new pg.Client({ connectionString: (await embeddedUrl(dir))! }); await c.connect();
  await c.query("alter system set shared_preload_libraries = 'pg_stat_statements'"); await c.query("alter system set pg_stat_statements.track='top'"); await c.end();
  await s.stop();
} 
const server = await startServer(dir, "node");
const url = (await embeddedUrl(dir))!;
const key = await makeKey(server.url);
const fill = await seeding(url);
const secret = await keptSecret(dir);
function procs() {
  let node = 0, post = 0; const by: Record<string, number> = {};
  for (const p of readdirSync("/proc")) if (/^\d+$/.test(p)) try {
    const cmd = readFileSync(`/proc/${p}/cmdline`, "utf8"); const st = readFileSync(`/proc/${p}/stat`, "utf8").split(") ")[1]!.split(" ");
    const ticks = (Number(st[11]) + Number(st[12])) * 10;
    const env = cmd.includes("troth.mjs\0serve") ? readFileSync(`/proc/${p}/environ`, "utf8").includes(dir) : false;
    if (env) node += ticks;
    else if (cmd.startsWith("postgres") || cmd.includes("/postgres")) { const cw = (()=>{try{return readFileSync(`/proc/${p}/cwd`,"utf8")}catch{return ""}})(); const kind = /postgres: (?:[\w-]+: )?(\S+ ?\S*)/.exec(cmd)?.[1] ?? "main"; const isOurs = pids.has(Number(p)); if (isOurs) { post += ticks; by[kind] = (by[kind] ?? 0) + ticks; } }
  } catch {}
  return { node, post, by };
}
import { readlinkSync } from "node:fs";
const { realpathSync } = await import("node:fs"); const home = realpathSync(join(dir, "postgres"));
let pids = new Set<number>();
function refresh() { pids = new Set(); for (const p of readdirSync("/proc")) if (/^\d+$/.test(p)) try { if (readlinkSync(`/proc/${p}/cwd`).startsWith(home) || readlinkSync(`/proc/${p}/cwd`).startsWith(dir)) pids.add(Number(p)); } catch {} }
try {
  await fill.customers();
  await runClient({ kind: "create", url: server.url, key, connections: 4, seconds: 2 });
  await fill.tickets(0, 2000, () => {});
  const c = new pg.Client({ connectionString: url }); await c.connect();
  if (stats) { await c.query("create extension if not exists pg_stat_statements"); }
  for (const w of what) {
    refresh();
    const calm = async () => { for (let i = 0; i < 100 && await fill.waitingMails() > 0; i++) await new Promise((r) => setTimeout(r, 100)); };
    await calm(); 
    if (stats) await c.query("select pg_stat_statements_reset()");
    const before = procs(); const count = async () => Number((await c.query(w === "bare" ? "select count(*) n from outbox where kind='bench'" : "select count(*) n from tickets")).rows[0].n);
    const n0 = await count(); const t = performance.now();
    if (w.startsWith("sql:")) { await c.query(w.slice(4).replaceAll("~", ",")); continue; }
    if (w === "bare") { for (const k of [1, 16]) { const m = await runClient({ kind: "transactions", databaseUrl: url, secret, connections: k, seconds }); console.log(`bare @${k}: ${m.perSecond.toFixed(0)}/s`); } continue; }
    let per = 0;
    if (w === "mails") { const m = await runClient({ kind: "mails", url: server.url, key, smtp: server.smtp, mails: 1000, connections: 16 }); per = m.perSecond; }
    else { const m = await runClient({ kind: "create", url: server.url, key, connections: Number(w), seconds }); per = m.perSecond; if (m.failures) console.log("FAILURES", m.failures); }
    await calm(); refresh();
    const after = procs(); const n = (await count()) - n0;
    console.log(`${w}: ${per.toFixed(0)}/s in ${((performance.now() - t) / 1000).toFixed(1)} s, ${n} tickets; CPU ms each: node ${((after.node - before.node) / n).toFixed(2)}, postgres ${((after.post - before.post) / n).toFixed(2)}`, Object.entries(after.by).map(([k, v]) => `${k} ${((v - (before.by[k] ?? 0)) / n).toFixed(2)}`).filter(x=>!/ 0\.0/.test(x)).join(", "));
    if (stats) { const { rows } = await c.query("select calls, round(total_exec_time::numeric,1) ms, round((total_plan_time)::numeric,1) plan, left(regexp_replace(query,'\\s+',' ','g'),150) q from pg_stat_statements order by total_exec_time+total_plan_time desc limit 30"); for (const r of rows) console.log(`${(r.calls / n).toFixed(2)}x ${(Number(r.ms) / n).toFixed(3)} ms +plan ${(Number(r.plan)/n).toFixed(3)}  ${r.q}`); }
  }
  await c.end();
} finally { await fill.close(); await server.stop(); await discardEmbedded(dir); }
