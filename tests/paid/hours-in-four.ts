// The policy of included hours, in the four languages that the desk speaks.
import { HOURS_POLICY } from "./hours-policy.ts";

const SAID: Readonly<Record<string, readonly [fr: string, it: string, ro: string]>> = {
  Support: ["Assistance", "Assistenza", "Asistență"],
  "Hours desk": ["Guichet des heures", "Sportello ore", "Biroul orelor"],
  VAT: ["TVA", "IVA", "TVA"],
  "Reverse charge": ["Autoliquidation", "Inversione contabile", "Taxare inversă"],
  Plan: ["Formule", "Piano", "Plan"],
  "Time connected": ["Temps de connexion", "Tempo di collegamento", "Timp conectat"],
  "Hours left": ["Heures restantes", "Ore restanti", "Ore rămase"],
  solved: ["résolu", "risolto", "rezolvat"],
  unresolved: ["non résolu", "non risolto", "nerezolvat"],
  Outcome: ["Issue", "Esito", "Rezultat"],
  "We help with the program.": ["Nous aidons pour le logiciel.", "Assistiamo per il programma.", "Ajutăm la program."],
  "Everybody may ask.": ["Chacun peut demander.", "Chiunque può chiedere.", "Oricine poate întreba."],
  "The premium plan includes {quantity} each month.": [
    "La formule premium comprend {quantity} par mois.",
    "Il piano premium comprende {quantity} al mese.",
    "Planul premium include {quantity} pe lună.",
  ],
  "While hours are left an intervention is taken from them.": [
    "Tant qu’il reste des heures, une intervention y est prise.",
    "Finché restano ore, un intervento si prende da quelle.",
    "Cât timp rămân ore, o intervenție se ia din ele.",
  ],
  "Otherwise an intervention costs {price} for {includes}, VAT excluded.": [
    "Sinon une intervention coûte {price} pour {includes}, hors TVA.",
    "Altrimenti un intervento costa {price} per {includes}, IVA esclusa.",
    "Altfel o intervenție costă {price} pentru {includes}, fără TVA.",
  ],
  "Beyond that each started {per_each} costs {price}, VAT excluded, once you agree.": [
    "Au-delà, chaque tranche commencée ({per_each}) coûte {price}, hors TVA, une fois que vous êtes d’accord.",
    "Oltre, ogni frazione iniziata ({per_each}) costa {price}, IVA esclusa, con il vostro consenso.",
    "Peste aceasta, fiecare {per_each} începută costă {price}, fără TVA, cu acordul dumneavoastră.",
  ],
  "You pay what was agreed.": ["Vous payez ce qui a été convenu.", "Pagate quanto convenuto.", "Plătiți ce s-a convenit."],
  "Nothing to pay.": ["Rien à payer.", "Nulla da pagare.", "Nimic de plătit."],
  "In the order received.": ["Dans l’ordre d’arrivée.", "Nell’ordine di arrivo.", "În ordinea sosirii."],
  "Done is closed.": ["Ce qui est fait est clos.", "Ciò che è fatto è chiuso.", "Ce e gata se închide."],
  "Else it stays open.": ["Sinon cela reste ouvert.", "Altrimenti resta aperto.", "Altfel rămâne deschis."],
};

export const HOURS_IN_FOUR = HOURS_POLICY.replace("languages: [en]", "languages: [en, fr, it, ro]").replaceAll(/\{ en: ("?)([^"\n]*?)\1 \}/g, (_, __, words: string) => {
  const said = SAID[words];
  if (!said) throw new Error(`not in four languages: ${words}`);
  const [fr, it, ro] = said;
  return `{ ${Object.entries({ en: words, fr, it, ro })
    .map(([lang, text]) => `${lang}: ${JSON.stringify(text)}`)
    .join(", ")} }`;
});
