// What the built-in facts and their values are called. A policy's own label comes first; a fact that is not here is read by its name.
import type { Lang } from "../policy/model.ts";
import { type FourWords, wordIn } from "./four-words.ts";

const NAMES: Readonly<Record<string, FourWords>> = {
  topic: ["Topic", "Sujet", "Argomento", "Subiect"],
  severity: ["Severity as claimed", "Gravité annoncée", "Gravità dichiarata", "Gravitate declarată"],
  channel: ["Channel", "Canal", "Canale", "Canal"],
  language: ["Language", "Langue", "Lingua", "Limbă"],
  identified: ["Known to us", "Connu de nous", "Conosciuto da noi", "Cunoscut de noi"],
  "mail-authenticated": ["Sender of the mail proven", "Expéditeur de l’e-mail prouvé", "Mittente dell’e-mail comprovato", "Expeditorul e-mailului dovedit"],
  cause: ["Cause found", "Cause constatée", "Causa accertata", "Cauză constatată"],
  outcome: ["Outcome", "Issue", "Esito", "Rezultat"],
  parts: ["Problems in it", "Problèmes distincts", "Problemi distinti", "Probleme distincte"],
  complete: ["Information complete", "Informations complètes", "Informazioni complete", "Informații complete"],
  duplicate: ["Already asked", "Déjà demandé", "Già chiesto", "Deja întrebat"],
  "waiting-on": ["Waiting for", "En attente de", "In attesa di", "Se așteaptă"],
  level: ["Level", "Niveau", "Livello", "Nivel"],
  age: ["Age", "Âge", "Da quando è aperta", "Vechime"],
  idle: ["Silent for", "Silence depuis", "In silenzio da", "Fără mesaje de"],
  answers: ["Answers given", "Réponses données", "Risposte date", "Răspunsuri date"],
  "open-tickets": ["Open tickets", "Demandes ouvertes", "Richieste aperte", "Solicitări deschise"],
  "oldest-open": ["Oldest open since", "La plus ancienne depuis", "La più vecchia da", "Cea mai veche de"],
  maintenance: ["Maintenance under way", "Maintenance en cours", "Manutenzione in corso", "Mentenanță în curs"],
  "solution-given": ["Solution given", "Solution donnée", "Soluzione data", "Soluție dată"],
  closing: ["Customer on the closing", "Le client, sur la clôture", "Il cliente, sulla chiusura", "Clientul, despre închidere"],
  asked: ["Asked of the customer", "Demandé au client", "Chiesto al cliente", "Cerut clientului"],
  expert: ["Somebody to name", "Quelqu’un à nommer", "Qualcuno da indicare", "Cineva de numit"],
  "closed-for": ["Closed for", "Clos depuis", "Chiusa da", "Închisă de"],
  announcing: ["Announced just now", "Annoncé en ce moment", "Annunciato ora", "Anunțat acum"],
  session: ["Session", "Séance", "Sessione", "Ședință"],
  notice: ["Time until the session", "Temps avant la séance", "Tempo fino alla sessione", "Timp până la ședință"],
  places: ["Places left", "Places libres", "Posti liberi", "Locuri libere"],
  attendance: ["Attendance", "Présence", "Presenza", "Prezență"],
  silence: ["Silent in the session for", "Silence en séance depuis", "In silenzio nella sessione da", "Tăcere în ședință de"],
  standing: ["Standing", "Situation", "Posizione", "Situație"],
};

const VALUES: Readonly<Record<string, FourWords>> = {
  "mail-authenticated.pass": ["proven", "prouvé", "comprovato", "dovedit"],
  "mail-authenticated.fail": ["denied by its domain", "démenti par son domaine", "smentito dal dominio", "dezmințit de domeniul său"],
  "mail-authenticated.none": ["cannot be told", "indéterminable", "non determinabile", "nu se poate spune"],
  "cause.ours": ["ours", "chez nous", "nostra", "la noi"],
  "cause.theirs": ["not ours", "ailleurs", "non nostra", "nu la noi"],
  "cause.unclear": ["unclear", "pas claire", "non chiara", "neclară"],
  "outcome.solved": ["solved", "résolu", "risolto", "rezolvat"],
  "outcome.unresolved": ["unresolved", "non résolu", "non risolto", "nerezolvat"],
  "duplicate.none": ["no", "non", "no", "nu"],
  "duplicate.same-person": ["by the same person", "par la même personne", "dalla stessa persona", "de aceeași persoană"],
  "duplicate.same-customer": ["by the same office", "par le même cabinet", "dallo stesso studio", "de aceeași firmă"],
  "closing.not-asked": ["not asked", "pas demandé", "non chiesto", "neîntrebat"],
  "closing.asked": ["asked", "demandé", "chiesto", "întrebat"],
  "closing.agreed": ["agrees", "d’accord", "d’accordo", "de acord"],
  "closing.refused": ["does not agree", "pas d’accord", "non d’accordo", "nu este de acord"],
  "closing.silent": ["has not answered", "sans réponse", "senza risposta", "fără răspuns"],
  "asked.nothing": ["nothing", "rien", "nulla", "nimic"],
  "asked.question": ["a question", "une question", "una domanda", "o întrebare"],
  "asked.checklist": ["a list of things to do", "une liste de choses à faire", "un elenco di cose da fare", "o listă de lucruri de făcut"],
  "asked.consent": ["to agree to a price", "l’accord sur un prix", "il consenso a un prezzo", "acordul la un preț"],
  "asked.closing": ["whether it may be closed", "si l’on peut clore", "se si può chiudere", "dacă se poate închide"],
  "expert.found": ["yes", "oui", "sì", "da"],
  "expert.nobody-on-duty": ["nobody is on duty", "personne n’est de service", "nessuno è di turno", "nimeni nu este de serviciu"],
  "expert.nobody-trained": ["nobody is trained for it", "personne n’y est formé", "nessuno è formato per questo", "nimeni nu este pregătit pentru aceasta"],
  "expert.nobody-with-room": ["nobody has room", "personne n’a de place", "nessuno ha posto", "nimeni nu mai are loc"],
  "announcing.none": ["nothing", "rien", "nulla", "nimic"],
  "announcing.maintenance": ["maintenance", "une maintenance", "una manutenzione", "o mentenanță"],
  "announcing.closure": ["a closure", "une fermeture", "una chiusura", "o închidere"],
  "announcing.release": ["a release", "une version", "un rilascio", "o lansare"],
  "announcing.policy": ["a new policy", "un nouveau règlement", "un nuovo regolamento", "un regulament nou"],
  "attendance.present": ["present", "présent", "presente", "prezent"],
  "attendance.absent": ["absent", "absent", "assente", "absent"],
  "attendance.silent": ["silent", "silencieux", "in silenzio", "tăcut"],
  "waiting-on.desk": ["us", "nous", "noi", "noi"],
  "waiting-on.customer": ["the customer", "le client", "il cliente", "clientul"],
  "waiting-on.third-party": ["somebody else", "un tiers", "un terzo", "un terț"],
  "standing.good": ["good", "bonne", "buona", "bună"],
  "standing.warned": ["warned", "avertie", "richiamata", "avertizată"],
  "standing.restricted": ["restricted", "restreinte", "limitata", "restricționată"],
  "standing.ended": ["ended", "terminée", "conclusa", "încheiată"],
};

const of = (row: FourWords | undefined, lang: Lang): string | null => (row ? wordIn(row, lang) : null);

/** The name of a built-in fact; null for one that has none here. English stands in for a language that the system does not speak. */
export const factName = (fact: string, lang: Lang): string | null => of(NAMES[fact], lang);

/** The name of a value of a built-in fact; null where there is none. */
export const factValueName = (fact: string, value: string, lang: Lang): string | null => of(VALUES[`${fact}.${value}`], lang);
