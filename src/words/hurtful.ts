// Words that may hurt, in four languages: a hint for who reads a message on the staff's side. Never a verdict: no rule reads it and nothing is kept of it.

/** Harsh in whichever of the languages they stand. A star is any ending. Without accents, in lower case. */
const ANYWHERE: readonly string[] = [
  // English
  ...[
    "asshole*",
    "arsehole*",
    "bastard*",
    "bitch*",
    "bollocks",
    "bullshit",
    "cunt*",
    "dickhead*",
    "dumbass*",
    "fuck*",
    "moron*",
    "motherfuck*",
    "piss off",
    "retard*",
    "scumbag*",
    "shithead*",
    "shitty",
  ],
  ...["shut up", "son of a bitch", "wanker*", "you idiot*", "idiots", "drop dead", "go to hell", "kill yourself"],
  // French
  ...[
    "abruti*",
    "batard*",
    "branleur*",
    "connard*",
    "connasse*",
    "couillon*",
    "cretin*",
    "encule*",
    "fdp",
    "ferme la",
    "fermez la",
    "fils de pute",
    "imbecile*",
    "incapables",
    "merde*",
    "petasse*",
    "putain*",
  ],
  ...["salaud*", "salope*", "ta gueule", "vos gueules", "allez au diable", "bande de cons", "bande de nuls", "idiot*"],
  // Italian
  ...[
    "bastardi",
    "bastardo",
    "cazzo",
    "coglion*",
    "cornut*",
    "deficient*",
    "figli di puttana",
    "figlio di puttana",
    "imbecill*",
    "incompetenti",
    "merdos*",
    "minchi*",
    "puttan*",
    "rincoglionit*",
    "stronz*",
    "vaffanculo",
    "va al diavolo",
  ],
  ...["vai al diavolo", "andate al diavolo", "sta zitto", "fate schifo"],
  // Romanian
  ...[
    "bagami-as",
    "cretini*",
    "cretinule",
    "curve",
    "dobitoc*",
    "dracu",
    "dracului",
    "du-te dracului",
    "handicapati*",
    "idioti*",
    "idiotule",
    "imbecili*",
    "imputiti*",
    "javr*",
    "jigod*",
    "muie",
    "nenorocit*",
    "nesimtit*",
  ],
  ...["pizda*", "prostan*", "prostilor", "prostule", "pula", "rahat*", "tampit*", "taci din gura", "sunteti prosti"],
];

/** Harsh in one language, and something else in another: `con` is "with" in Italian. */
const IN_ONE: Readonly<Record<string, readonly string[]>> = {
  en: ["crap", "damn you", "pathetic", "shit", "stupid", "useless people"],
  fr: ["con", "cons", "conne", "connes", "debile", "debiles", "nul a chier", "pute", "putes", "stupide", "stupides"],
  it: ["cretina", "cretino", "idiota", "scemo", "scemi", "stupida", "stupidi", "stupido", "troia", "vergogna di persone"],
  ro: ["bou", "boule", "curva", "idiot", "porc", "porcule", "prost", "proasta", "prosti", "vaca"],
};

const MOST = 5;
const patterns = new Map<string, RegExp>();

/** Combining marks gone, so that `tâmpiții` is found as `tampitii`; as many letters as before. */
const plain = (text: string): string =>
  [...text.toLowerCase()]
    .map((c) => c.normalize("NFD").replaceAll(/\p{M}/gu, ""))
    .map((c) => (c.length === 1 ? c : (c[0] ?? " ")))
    .join("")
    .replaceAll("’", "'");

function patternOf(language: string): RegExp {
  let made = patterns.get(language);
  if (!made) {
    const words = [...ANYWHERE, ...(IN_ONE[language] ?? [])].map((word) => word.replaceAll(" ", "\\s+").replace(/\*$/, "\\p{L}*"));
    patterns.set(language, (made = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})(?![\\p{L}\\p{N}])`, "gu")));
  }
  return made;
}

/** The words of the text that may hurt, as they stand in it, each once, at most five. `language` is the text's ("fr"). */
export function hurtfulIn(text: string, language: string): string[] {
  const letters = [...text.normalize("NFC")];
  const flat = plain(letters.join(""));
  const found = [...flat.matchAll(patternOf(language))].map((m) => letters.slice(m.index, m.index + m[0].length).join(""));
  return [...new Set(found)].slice(0, MOST);
}
