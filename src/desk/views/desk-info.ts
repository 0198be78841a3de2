// The desk as a stranger sees it: its name, its topics and what it asks, by the policy in force.
import { wordsIn } from "../../words/slots.ts";
import { chooseLanguage } from "../../words/languages.ts";
import { type Askable, askable, factChoices } from "./fact-text.ts";
import { type PolicyPage, policyPage } from "../../words/page.ts";
import type { Tx } from "../../database/tx.ts";
import type { House } from "../house.ts";
import { conductClauses } from "../conduct/about.ts";
import { policyInForce } from "../policies/running.ts";

export interface DeskInfo {
  readonly desk: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly language: string;
  readonly zone: string;
  readonly currency: string;
  readonly prefix: string;
  readonly colour: string | null;
  readonly address: string;
  readonly phone: string | null;
  readonly topics: readonly { readonly id: string; readonly label: string }[];
  readonly questions: readonly { readonly fact: string; readonly type: string; readonly label: string; readonly ask: string; readonly options: Askable["options"] }[];
  readonly policy: { readonly version: number; readonly label: string; readonly effective: string; readonly conduct: boolean };
}

/** The desk in the first of the wanted languages that it speaks. */
export async function deskInfo(tx: Tx, house: House, desk: string, wanted: readonly (string | undefined)[]): Promise<DeskInfo> {
  const { version, policy } = await policyInForce(tx, desk, house.now());
  const lang = chooseLanguage(wanted, policy.desk.languages);
  const topic = policy.facts["topic"];
  const asked = Object.values(policy.facts).filter((f) => f.source === "customer" && f.name !== "topic" && (f.values.length > 0 || f.kind === "yes-no" || f.ask !== undefined));
  return {
    desk,
    name: wordsIn(policy.desk.name, lang),
    languages: policy.desk.languages,
    language: lang,
    zone: policy.desk.zone,
    currency: policy.money.currency,
    prefix: policy.desk.prefix,
    colour: policy.desk.colour ?? null,
    address: policy.desk.address,
    phone: policy.desk.phone ?? null,
    topics: topic ? factChoices(policy, topic, lang).map((c) => ({ id: String(c.value), label: c.label })) : [],
    questions: asked.map((f) => {
      const { fact, kind, label, ask, options } = askable(policy, f, null, lang);
      return { fact, type: kind, label, ask, options };
    }),
    policy: { version, label: policy.version, effective: policy.effective, conduct: conductClauses(policy).size > 0 },
  };
}

/** The public page of the policy in force, as data. */
export async function publicPolicy(tx: Tx, house: House, desk: string, wanted: readonly (string | undefined)[]): Promise<PolicyPage> {
  const { policy } = await policyInForce(tx, desk, house.now());
  return policyPage(policy, chooseLanguage(wanted, policy.desk.languages), { base: `${house.publicUrl}/${desk}` });
}
