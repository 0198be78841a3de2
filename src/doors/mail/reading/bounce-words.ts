// Why a mail came back, told from the words of the servers: an enhanced status code (RFC 3463) for those that give none, and whether the address itself is bad.

export interface Cause {
  readonly status: string;
  readonly hard: boolean;
}

/** First match tells. What speaks of the sender, of spam, of size or of a full box comes before what speaks of an unknown user: servers say both. */
const CAUSES: readonly (readonly [RegExp, string, boolean])[] = [
  [
    /mailbox (?:is )?full|over (?:the )?(?:allotted )?quota|quota (?:is )?(?:exceeded|reached|full)|exceed(?:s|ed)? (?:the |its |storage |disk |mailbox |maximum )*(?:quota|storage|allocation)|exceeded storage|(?:user|account|mailbox|disk)(?: is| has)? (?:over|full|exceeded)|(?:insufficient|not enough|out of|no) (?:disk|storage|space)|account is (?:full|over)|too much mail data|boîte.{0,30}(?:pleine|saturée)|casella.{0,20}piena|postfach.{0,20}voll|buzón.{0,20}lleno|caixa.{0,20}cheia|skrzynka.{0,20}pełna|maildir.{0,20}over|容量/iu,
    "5.2.2",
    false,
  ],
  [/(?:message|mail|size).{0,30}(?:too (?:big|large|long)|exceeds|larger than)|maximum (?:message )?size|size limit/iu, "5.3.4", false],
  [
    /(?:inactive|disabled|suspended|deactivated|locked|expired) (?:user|mailbox|account|recipient|address)|(?:user|mailbox|account|recipient|address)(?: has been| is| was| has)? (?:currently |temporarily |been )*(?:inactive|disabled|suspended|deactivated|locked|blocked|on hold)|not (?:been )?(?:activated|accepting (?:mail|any|messages))/iu,
    "5.2.1",
    false,
  ],
  [
    /spam|junk|unsolicited|virus|malware|blacklist|block(?:ed)? (?:list|using|by)|blocklist|\brbl\b|\bdnsbl\b|spamhaus|reputation|policy|dmarc|\bspf\b|\bdkim\b|authenticat|greylist|rate limit|too many (?:connections|messages|recipients)|throttl|relay(?:ing)?\b.{0,20}(?:denied|not|prohibited)|not permitted to relay|we do not relay|content (?:rejected|filter)|prohibited|suspicious|reverse dns|ptr record|rdns|\bhelo\b|access denied|not authori[sz]ed|your (?:message|mail|email|ip|host|address)\b.{0,40}(?:rejected|blocked|refused|denied|listed)/iu,
    "5.7.1",
    false,
  ],
  [/sender (?:address|domain)?\s?(?:rejected|unknown|verify|denied|does not exist)|(?:from|sender).{0,20}domain.{0,20}(?:not exist|not found|resolve)|bad sender/iu, "5.1.8", false],
  [
    /(?:host|domain|server|dns|name)(?: name| address)?\b.{0,40}\b(?:unknown|not found|not exist|could ?n[o']t be found|lookup fail|no such|unresolv|non[- ]?exist)|(?:unknown|bad|illegal|invalid|unroutable|unrouteable|no such) (?:mail )?(?:host|domain|destination|system)|unrout(?:e)?able|nxdomain|no (?:such )?(?:host|domain|mx|mail ?hosts?|dns|relevant answers)\b|name service error|domain.{0,40}(?:does ?n[o']t|not) (?:exist|accept|receive)|null ?mx|[\w-]+\.[a-z]{2,12} does not exist|domain is not reachable|not accept(?:ing)? (?:e-?)?mail|host.{0,60}not found|cannot find your mail|mail ?host.{0,20}unknown/iu,
    "5.1.2",
    true,
  ],
  [
    /(?:has )?moved(?: to|,)|no longer (?:with|at|works?|used|in use|valid|available|here|active|employed|exists?|accept)|address (?:has )?changed|ne travaille plus|n['’]est plus (?:valable|utilisée|en service)|non è più|nicht mehr (?:gültig|erreichbar|aktiv)/iu,
    "5.1.6",
    true,
  ],
  [
    /(?:user|recipient|mailbox|address|account|addressee|alias|name|destinat\w+|local part|person|customer|email)\w*\b.{0,60}\b(?:unknown|not found|unavailable|does ?n[o']t (?:exist|have|appear)|not (?:exist|known|listed|recogni[sz]ed|valid|local|in|here|be found|have)|could ?n[o']t be found|rejected|invalid|is not a|doesn't|undeliverable|not a known|non[- ]?exist|unroutable|inexistant|inconnue?|sconosciut|inesistente|unbekannt|existiert nicht|nicht gefunden|desconocid|no existe|desconhecid|não existe|onbekend|nie istnieje|nieznany|inexistent|necunoscut|okänd|ukendt|ukjent|tuntematon|neznám|не найден|не существует)|(?:unknown|no such|invalid|bad|non-?existent|unrecogni[sz]ed|not our|illegal|undeliverable) (?:local )?(?:e-?mail )?(?:user|recipient|mailbox|address|account|alias|person|customer|local[- ]part|destination|addressee)|no (?:mailbox|account|user|such)\b.{0,20}(?:here|by that|with that|found|exists|user|address|name|$)|(?:this|that) (?:user|address|account) (?:doesn't|does not|is not)|does not like recipient|delivery to.{0,40}failed.{0,40}unknown|user_unknown|r?cptto.{0,10}(?:failed|rejected)|адрес.{0,30}не|utilisateur inconnu|utente sconosciuto|empfänger.{0,20}(?:unbekannt|nicht)|no mail ?box|not listed in|address (?:error|failed)|could not be resolved|unknown (?:or illegal )?alias|here by that name|宛先.{0,20}(?:存在|見つかり)|利用.{0,10}(?:停止|できません)/iu,
    "5.1.1",
    true,
  ],
  [
    /time(?:d)? ?out|connection (?:refused|timed|reset|dropped|closed|died)|could not connect|cannot (?:establish|connect)|unable to connect|retry (?:time|timeout)|too (?:old|long)|expired|delayed|deferred|not (?:yet )?(?:been )?delivered|unreachable|no route|temporar|try again|network|been in the queue|could not be delivered for|not responding|routing|loop|too many hops/iu,
    "4.4.7",
    false,
  ],
  [/(?:command|syntax|protocol) error|bad command|local (?:error|configuration)|system (?:error|config)|internal error|i\/o error/iu, "5.3.0", false],
];

/** The cause that the words tell; null where they tell none. At most the first 4,000 characters are read. */
export function causeIn(words: string): Cause | null {
  const text = words.slice(0, 4_000).replace(/\s+/g, " ");
  const found = CAUSES.find(([pattern]) => pattern.test(text));
  return found ? { status: found[1], hard: found[2] } : null;
}

/** Codes that say nothing of their own: the words say more. */
const VAGUE = /^[245]\.(?:0\.\d+|1\.0|2\.0|3\.0|4\.0|5\.\d+|6\.0|7\.0)$/;
/** The address is bad (RFC 3463 §3.2, and 5.1.10 of RFC 7505, 5.4.4 "no route" as servers use it, 5.4.310 of Exchange). */
const BAD_ADDRESS = /^5\.(?:1\.(?:1|2|3|4|6|10)|4\.(?:4|310|14))$/;

/** Puts the code that a server gave together with what its words say. Only a permanent code can be hard. */
export function causeOf(status: string | null, words: string): Cause | null {
  const told = causeIn(words);
  if (status === null) return told;
  if (VAGUE.test(status))
    return told === null ? { status, hard: false } : { status: status.endsWith(".0.0") ? `${status[0]}${told.status.slice(1)}` : status, hard: told.hard && status.startsWith("5") };
  // "5.1.1" with "mailbox full" or "rejected as spam" beside it is no bad address.
  const hard = BAD_ADDRESS.test(status) && (told === null || told.hard || !["5.2.2", "5.7.1", "5.3.4"].includes(told.status) || /unknown|no such|not exist|does ?n[o']t exist|not found/i.test(words));
  return { status, hard };
}
