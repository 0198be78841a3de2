// What the results of a policy's tables are called, and facts that are named after something of the policy: `charges.quote`, `channels.chat`, `now-in.office`. A name of the policy's own is in its words.
import type { Lang, Policy, Words } from "../policy/index.ts";
import { wordsOf } from "./clause.ts";
import { type FourWords, wordIn } from "./four-words.ts";
import { named, phrase } from "./phrase.ts";
import { roleName } from "./role-name.ts";

/** Results whose whole name is Troth's own. */
const RESULTS: Readonly<Record<string, FourWords>> = {
  scope: ["Scope", "Champ de l’assistance", "Ambito dell’assistenza", "Domeniul asistenței"],
  entitlement: ["Entitlement", "Droit à l’assistance", "Diritto all’assistenza", "Dreptul la asistență"],
  closure: ["Closing", "Clôture", "Chiusura", "Închidere"],
  "cases.duplicates": ["Asked twice", "Demande répétée", "Richiesta ripetuta", "Solicitare repetată"],
  "cases.parts": ["Several problems", "Plusieurs problèmes", "Più problemi", "Mai multe probleme"],
  "charges.quote": ["Price", "Prix", "Prezzo", "Preț"],
  "charges.overrun": ["Price of going on", "Prix de la suite", "Prezzo per proseguire", "Prețul continuării"],
  "charges.settlement": ["Owed at the end", "Dû à la fin", "Dovuto alla fine", "Datorat la final"],
  "charges.recovery": ["Price of recovery", "Prix de la récupération", "Prezzo del recupero", "Prețul recuperării"],
  "charges.session": ["Price of the session", "Prix de la séance", "Prezzo della sessione", "Prețul ședinței"],
  "queue.order": ["Order of the queue", "Ordre de la file", "Ordine della coda", "Ordinea cozii"],
  "queue.rank": ["Place by the policy", "Rang selon le règlement", "Precedenza nel regolamento", "Rangul după regulament"],
  "queue.route": ["Who gets it", "Qui la reçoit", "A chi va", "Cui îi revine"],
  "queue.skip": ["Passing over", "Passer outre", "Saltare un turno", "Trecerea peste rând"],
  "queue.training": ["Training needed", "Formation requise", "Formazione richiesta", "Pregătire cerută"],
};

/** What comes before the name of the thing that they are about. */
const GROUPS: Readonly<Record<string, FourWords>> = {
  cases: ["Case", "Traitement", "Trattamento", "Tratare"],
  conduct: ["Conduct", "Conduite", "Condotta", "Conduită"],
  channels: ["Channel", "Canal", "Canale", "Canal"],
  bookings: ["Booking", "Réservation", "Prenotazione", "Rezervare"],
  allowances: ["Allowance", "Forfait", "Dotazione", "Alocare"],
  charges: ["Price", "Prix", "Prezzo", "Preț"],
  conditions: ["To accept", "À accepter", "Da accettare", "De acceptat"],
  queue: ["Queue", "File", "Coda", "Coadă"],
  asks: ["Asked for", "Demandé", "Richiesto", "Cerut"],
  promises: ["Promise", "Promesse", "Promessa", "Promisiune"],
  offers: ["Offer", "Proposition", "Proposta", "Ofertă"],
  notices: ["Notice", "Avis", "Avviso", "Înștiințare"],
  escalations: ["Passed on to", "Transmis à", "Passata a", "Trecută la"],
  remedies: ["Remedy", "Réparation", "Rimedio", "Remediu"],
  upkeep: ["Upkeep", "Mise à jour", "Aggiornamento", "Actualizare"],
  "opened-in": ["Asked during", "Demandé pendant", "Richiesta durante", "Cerută în timpul"],
  "now-in": ["Now within", "En ce moment", "Adesso durante", "Acum în"],
  worked: ["Time worked", "Temps passé", "Tempo impiegato", "Timp lucrat"],
  count: ["Number", "Nombre", "Numero", "Număr"],
  left: ["Left", "Reste", "Resta", "Rămas"],
  "ends-in": ["Time left", "Temps restant", "Tempo rimasto", "Timp rămas"],
  accepted: ["Accepted", "Accepté", "Accettato", "Acceptat"],
  reachable: ["Reachable by", "Joignable par", "Raggiungibile via", "Poate fi contactat prin"],
  staffed: ["Somebody is there", "Quelqu’un est là", "C’è qualcuno", "Este cineva"],
  trained: ["Trained for", "Formé pour", "Formato per", "Pregătit pentru"],
  ruling: ["Decided by a person", "Tranché par une personne", "Deciso da una persona", "Hotărât de o persoană"],
  promise: ["State of the promise", "État de la promesse", "Stato della promessa", "Starea promisiunii"],
  "late-by": ["Late by", "Retard", "Ritardo", "Întârziere"],
  share: ["Share kept", "Part tenue", "Quota mantenuta", "Cota respectată"],
};

/** Answers that a table gives in Troth's own words. */
const ANSWERS: Readonly<Record<string, FourWords>> = {
  none: ["none", "aucun", "nessuno", "niciunul"],
  in: ["covered", "couvert", "compreso", "acoperit"],
  out: ["not covered", "non couvert", "non compreso", "neacoperit"],
  examine: ["to be examined", "à examiner", "da esaminare", "de examinat"],
  granted: ["granted", "accordé", "accordato", "acordat"],
  refused: ["refused", "refusé", "rifiutato", "refuzat"],
  undecided: ["not decided yet", "pas encore tranché", "non ancora deciso", "încă nehotărât"],
  declined: ["declined", "écarté", "respinto", "respins"],
  offered: ["offered", "proposé", "offerto", "oferit"],
  promised: ["promised", "promis", "promesso", "promis"],
  price: ["a fixed price", "un prix fixe", "un prezzo fisso", "un preț fix"],
  "by-quote": ["by quote", "sur devis", "su preventivo", "pe bază de ofertă"],
  "as-agreed": ["as agreed", "comme convenu", "come concordato", "după cum s-a convenit"],
  allowance: ["from the allowance", "sur le forfait", "dalla dotazione", "din alocare"],
  "keep-open": ["stays open", "reste ouvert", "resta aperta", "rămâne deschisă"],
  ask: ["after asking the customer", "après accord du client", "dopo averlo chiesto al cliente", "după acordul clientului"],
  refuse: ["not so", "pas ainsi", "non così", "nu așa"],
  close: ["closes", "se clôt", "si chiude", "se închide"],
  reopen: ["opens again", "se rouvre", "si riapre", "se redeschide"],
  "new-ticket": ["a new request", "une nouvelle demande", "una nuova richiesta", "o solicitare nouă"],
  join: ["joined", "réunie", "unita", "reunită"],
  "propose-join": ["joining proposed", "réunion proposée", "unione proposta", "reunire propusă"],
  separate: ["kept apart", "à part", "separata", "separată"],
  split: ["split", "divisée", "divisa", "împărțită"],
  "propose-split": ["splitting proposed", "division proposée", "divisione proposta", "împărțire propusă"],
  whole: ["kept whole", "en un seul tenant", "intera", "întreagă"],
  received: ["as received", "par ordre d’arrivée", "in ordine d’arrivo", "în ordinea sosirii"],
  "named-expert": ["one named person", "une personne nommée", "una persona indicata", "o persoană numită"],
  team: ["the team", "l’équipe", "il gruppo", "echipa"],
  "on-duty": ["who is on duty", "qui est de service", "chi è di turno", "cine este de serviciu"],
  topic: ["for the topic", "pour le sujet", "per l’argomento", "pentru subiect"],
  "with-reason": ["with a reason", "avec un motif", "con un motivo", "cu un motiv"],
  free: ["free", "libre", "libero", "liber"],
  never: ["never", "jamais", "mai", "niciodată"],
  "open-case": ["a case is opened", "un dossier s’ouvre", "si apre un fascicolo", "se deschide un dosar"],
  warning: ["a warning", "un avertissement", "un richiamo", "un avertisment"],
  restriction: ["a restriction", "une restriction", "una limitazione", "o restricție"],
  ending: ["the service ends", "le service prend fin", "il servizio termina", "serviciul încetează"],
  "slow-down": ["slowed down", "ralenti", "rallentato", "încetinit"],
  apology: ["an apology", "des excuses", "le scuse", "scuze"],
  credit: ["a credit", "un avoir", "un accredito", "un credit"],
  "cancel-charge": ["the charge is cancelled", "les frais sont annulés", "l’addebito è annullato", "taxa se anulează"],
  "return-charge": ["the charge is returned", "les frais sont remboursés", "l’addebito è rimborsato", "taxa se restituie"],
  tell: ["somebody is told", "quelqu’un est prévenu", "qualcuno è avvisato", "cineva este înștiințat"],
  taken: ["taken", "pris", "occupato", "ocupat"],
  "waiting-list": ["waiting list", "liste d’attente", "lista d’attesa", "listă de așteptare"],
  fee: ["for a fee", "payant", "a pagamento", "contra cost"],
  "not-before": ["not yet", "pas encore", "non ancora", "încă nu"],
  "no-show": ["counts as a no-show", "compte comme une absence", "vale come assenza", "se socotește absență"],
  "end-and-offer": ["ends, another is offered", "se termine, une autre est proposée", "termina, se ne offre un’altra", "se încheie, se oferă alta"],
  exclusive: ["one at a time", "une à la fois", "una alla volta", "una pe rând"],
  place: ["a place", "une place", "un posto", "un loc"],
  change: ["a change", "un changement", "una modifica", "o schimbare"],
  cancel: ["a cancellation", "une annulation", "una disdetta", "o anulare"],
  silence: ["silence", "le silence", "il silenzio", "tăcerea"],
};

const BEFORE: FourWords = ["{what}, before this", "{what}, avant cela", "{what}, prima di questo", "{what}, înainte de aceasta"];

/** `group` and what stands behind the dot; null where it is of no group here. */
function parts(name: string): { readonly group: string; readonly key: string } | null {
  const dot = name.indexOf(".");
  const group = dot < 0 ? name : name.slice(0, dot);
  return GROUPS[group] || RESULTS[name] ? { group, key: dot < 0 ? "" : name.slice(dot + 1).replace(/^[a-z]+\//, "") } : null;
}

/** What a table's result, or a fact that is named after something of the policy, is called; null where it is neither. */
export function resultName(policy: Policy, name: string, lang: Lang): string | null {
  if (name.startsWith("was.")) {
    const what = resultName(policy, name.slice("was.".length), lang);
    return what === null ? null : wordIn(BEFORE, lang).replace("{what}", what);
  }
  const whole = RESULTS[name];
  if (whole) return wordIn(whole, lang);
  const { group, key } = parts(name) ?? { group: "", key: "" };
  const row = GROUPS[group];
  return row && key ? `${wordIn(row, lang)}${lang === "fr" ? "\u00a0:" : ":"} ${keyName(policy, group, key, lang)}` : null;
}

/** The answer in words; null where the name is of no table, or the answer is the policy's own. */
export function resultText(policy: Policy, name: string, value: string, lang: Lang): string | null {
  const found = parts(name.replace(/^was\./, ""));
  if (!found) return null;
  if (found.group === "promise") return value === "none" ? wordIn(ANSWERS["none"]!, lang) : named(lang, "promise.state", value);
  const row = ANSWERS[value];
  if (value === found.key) return phrase(lang, "portal.yes"); // a table of its own kind alone: it applies
  return row ? wordIn(row, lang) : policy.roles[value] ? roleName(policy, value, lang) : null;
}

/** The policy's own word for what a fact is about, else Troth's, else the id made readable. */
function keyName(policy: Policy, group: string, key: string, lang: Lang): string {
  if (["channels", "reachable", "staffed"].includes(group)) return named(lang, "channel", key);
  if (["promises", "promise", "late-by", "share"].includes(group)) return named(lang, "promise", key);
  if (group === "escalations" && policy.roles[key]) return roleName(policy, key, lang);
  if (group === "ruling") return `§ ${policy.clauses.find((c) => c.id === key)?.number ?? key}`;
  if (group === "trained") return option(policy, key, lang);
  const words: Words | undefined = policy.documents[key]?.title ?? policy.things[key]?.name ?? policy.calendars[key]?.name ?? policy.facts[key]?.label;
  const own = ANSWERS[key];
  return (words && wordsOf(policy, words, lang)) || (own ? wordIn(own, lang) : key.replaceAll(/[-_.]+/g, " "));
}

const option = (policy: Policy, topic: string, lang: Lang): string => {
  const label = policy.facts["topic"]?.options[topic]?.label;
  return label ? wordsOf(policy, label, lang) : topic;
};
