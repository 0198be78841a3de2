// The words by which machines' mail gives itself away: who it is from, what its subject says, how it speaks of deliveries.

export const BOUNCER =
  /^(?:mailer-daemon|mail-?daemon|mail-?er|postmaster|mail-?delivery-?(?:sub)?system|mdaemon|post_master|double-bounce|bounce[sd]?(?:[-+=].*)?|microsoftexchange[0-9a-f]{20,})@|^mailer-daemon$/i;
/** Of these, addresses that people write from as well: those who look after a domain's mail. */
export const PERHAPS_A_PERSON = /^(?:postmaster|bounce)@/i;
export const BOUNCER_NAME = /^"?(?:mail(?:er)?[ -]?daemon|mail delivery (?:sub)?system|mail administrator|postmaster|internet mail delivery|system administrator|microsoft outlook)\b/i;
/** Addresses that nobody reads, by their own word. */
export const NOBODY =
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|ne[-_.]?pas[-_.]?repondre|non[-_.]?rispondere|nu[-_.]?raspunde|nicht[-_.]?antworten|no[-_.]?responder|nao[-_.]?responda)(?:[-+.].*)?@/i;

export const BOUNCE_SUBJECT =
  /(?:undeliver(?:able|ed)|delivery (?:status notification|failure|notification|has failed|report)|(?:mail|message|email)(?: delivery| system)? (?:failed|failure|error|undeliverable)|failure notice|returned (?:mail|message|to sender)|mail could not be delivered|could not send message|non[- ]?deliver(?:y|able)|nondeliverable|delivery (?:problem|error)|unzustellbar|zustell(?:ungs)?fehler|erreur de (?:remise|distribution)|errore di (?:consegna|recapito)|nicht zugestellt|zustellung fehlgeschlagen|non remis|non distribué|échec de (?:la )?(?:remise|distribution)|avis de non|impossibile recapitare|mancato recapito|non recapitabil|(?:notifica|avviso) di mancata|mancata consegna|nelivrat|nu a putut fi livrat|no se (?:puede|pudo) entregar|no entregado|não (?:foi )?(?:possível )?entreg|falha na entrega|onbestelbaar|niet afgeleverd|niedostarczon|niedoręczon|nie dostarczono|kunne ikke leveres|ikke leveret|kunde inte levereras|gick inte att leverera|ei voitu toimittaa|nedoručiteln|nelze doručit|не доставлено|недоставлен|message (?:delayed|not delivered)|warning: (?:message|could not send)|mail system error|user unknown|permanent (?:fatal )?error|bounced? (?:mail|message))/iu;
export const DELAY_SUBJECT =
  /(?:delay|warning: (?:message|could not send)|still (?:being )?(?:retried|trying|queued)|will (?:be retried|keep trying)|temporar|verzögert|verzögerung|retardé|différé|in ritardo|ritardat|întârziat|retrasad|demorad|atrasad|vertraagd|opóźnion|forsinket|fördröj|viivästy|zpoždě|задерж)/iu;

/** An answer that says of itself that no person gave it. */
const ANSWER =
  "auto(?:matic|mated)?[ -]?(?:reply|response)|automatische antwort|r[ée]ponse automatique|risposta automatica|răspuns automat|respuesta autom[áa]tica|resposta autom[áa]tica|automatisch antwoord|automatische reactie|odpowied[źz] automatyczna|automatyczna odpowied[źz]|autosvar|automatisk(?:t)? svar|automaattinen vastaus|automatická odpověď|автоответ|автоматический ответ";
const AWAY =
  "auto(?:matic|matische|matisch|mated|matico|mático)?[ -]?(?:reply|response|antwort|respuesta|svar)|automatic reply|automatische antwort|autoreply|auto-?responder|abwesenheits\\w+|abwesend|abwesenheit|r[ée]ponse automatique|r[ée]ponse d['’]absence|absence du bureau|absent du bureau|message d['’]absence|risposta automatica|fuori (?:sede|ufficio)|assente(?: dall['’]ufficio)?|assenza|răspuns automat|raspuns automat|absent din birou|notificare (?:de )?absen[țţt]ă|respuesta autom[áa]tica|fuera de (?:la )?oficina|resposta autom[áa]tica|ausência(?: temporária)?|fora do escritório|automatisch antwoord|automatische reactie|afwezig(?:heid(?:sbericht)?)?|buiten kantoor|odpowied[źz] automatyczna|automatyczna odpowied[źz]|poza biurem|nieobecność(?: w biurze)?|autosvar|automatisk svar|automatiskt svar|fraværende|frånvaro|automaattinen vastaus|poissa|automatická odpověď|mimo kancelář|автоответ|автоматический ответ|vacation (?:reply|response|notice|message)|on (?:vacation|holiday|annual leave|parental leave|maternity leave)|out[ -]of[ -](?:the |my )?office(?: (?:auto[ -]?)?(?:reply|response))?|away from (?:my|the) (?:office|desk|mail)|out of office auto\\w*|ooo";
/** A subject that is this and nothing else, or this in front of the subject that it answers. "Out of office hours" is a person's question. */
export const AWAY_SUBJECT = new RegExp(
  `^\\s*(?:re:\\s*)?(?:auto:\\s*)?[\\[(]?(?:${AWAY})[\\])]?\\s*(?:$|[:!.\\-–—|(\\[]|/\\s*(?:${AWAY})|re\\b|until\\b|from\\b|till\\b|today\\b|this\\b|bis\\b|vom\\b|jusqu|du\\b|dal\\b|fino\\b|până|hasta\\b|tot\\b|do\\b|message\\b|notification\\b|notice\\b)|^\\s*\\[(?:${ANSWER})\\]\\s`,
  "iu",
);
/** "Ana Pop is out of the office (returning 09/03/2026)": a whole subject. Lotus Notes writes "AUTO:" in front. */
export const AWAY_NAMED =
  /^(?:auto:\s*)?[^?:]{2,60}\s(?:(?:is|will be) (?:currently )?out of (?:the |my )?office|ist (?:außer haus|nicht im (?:büro|haus)|abwesend)|est (?:absente?(?:\(e\))?|en congés?)|è (?:fuori (?:sede|ufficio)|assente)|está (?:fuera de la oficina|ausente)|is afwezig)\.?\s*(?:\([^()?]{2,60}\)\s*)?$/iu;
export const COMPLAINT_SUBJECT = /complaint about (?:a )?message|abuse (?:report|complaint)|spam (?:report|complaint)|email feedback report|feedback loop/i;

/** The first words of what only a mail system writes. */
export const SYSTEM_SPEAKS =
  /(?:this (?:message|report|mail|email) (?:was|is|has been) (?:created |generated )?automatic(?:ally)? ?(?:created|generated)?|automatically[ -]generated (?:delivery|message|mail|notification)|this is (?:the|an automatic\w*|a permanent error|the mail (?:delivery|system)).{0,60}|i'?m sorry to have to inform you|i'm afraid i wasn't able to deliver|your (?:message|mail|e-?mail) .{0,80}(?:could ?n[o']t be|was not|has not been|did not|didn't|couldn't|can'?t be) (?:deliver|reach|sent)|(?:message|delivery)(?: to| from| for)? .{0,80}(?:could not be delivered|failed permanently|has failed|was rejected)|undeliverable (?:message|mail)|could not be delivered to|the following (?:recipient|address|message|organization|mail)\S* .{0,40}|delivery (?:to|has) .{0,60}failed|address not found|message not delivered|message blocked|recipient address rejected|-----\s?the following addresses|transcript of session follows|diese nachricht wurde automatisch|die folgende(?:n)? (?:adresse|empfänger|nachricht)|ce message a été (?:créé|généré) automatiquement|votre message .{0,60}n'a pas|questo messaggio .{0,40}automaticamente|il (?:tuo|suo) messaggio .{0,60}non|su mensaje .{0,60}no (?:se|ha|pudo)|sua mensagem .{0,60}não|uw bericht .{0,60}niet|twoja wiadomość .{0,60}nie|mesajul .{0,60}nu a)/iu;
