// The words by which mail programs mark what they quote, forward or sign, in the languages that customers' programs speak.
// They are names of header fields and set phrases; each list serves all languages at once, since a program's language is seldom the mail's.

const oneOf = (...words: readonly string[]): string => `(?:${words.join("|")})`;
/** With no letter before or behind; "\\b" knows only those of English. */
const wholeWord = (pattern: string): string => `(?<![\\p{L}])${pattern}(?![\\p{L}])`;

/** "… wrote:", wherever the verb stands. */
export const WROTE = new RegExp(`${wholeWord(oneOf(
  "quoting", "zitat von", "citando", "wrote", "writes", "écrit", "ecrit", "ha scritto", "scritto", "scrive", "a scris", "scris", "schrieb", "geschrieben", "schreibt", "escribio", "escribe", "va escriure", "ha escrit", "schreef", "geschreven", "escreveu", "napisal", "napsal", "napsala", "napisana przez", "pisze", "skrev", "skreiv", "írta", "írt", "rašė",
))}|${oneOf(
  "escribió", "escribieron", "escribiu", "napisał", "napísal", "odesílatel", "kirjoitti", "kirjutas", "rakstīja", "napisao", "napisala", "написа", "пишет", "пише", "напісаў", "yazdı", "έγραψε", "写道", "寫道", "のメール", "のメッセージ", "書きました", "작성", "כתב", "כתבה", "מאת", "كتب", "viết", "menulis", "เขียน",
)}`, "iu");

/** How such a line begins: a preposition before the date. */
export const OPENS = new RegExp(`^(?:${oneOf(
  "on", "le", "il", "il giorno", "in data", "nel giorno", "la", "în", "in", "pe", "am", "el", "en", "op", "em", "no dia", "a", "às", "ás", "w dniu", "dnia", "wiadomość", "den", "dne", "dňa", "kl", "at", "na", "dana", "u", "на", "в", "от", "у", "στις", "บน", "pada", "vào", "em", "az?", "ngày",
)})(?=[\\s,]|$)`, "iu");

/** "Original message", between dashes or not. */
export const ORIGINAL = oneOf(
  "original (?:e-?mail )?message", "original e-?mail", "original appointment", "reply message", "antwort nachricht", "message d['’]origine", "message original", "mail original", "e-?mail d['’]origine", "messaggio original(?:e|i)", "mesaj(?:ul)? (?:original|iniţial|inițial)", "ursprüngliche (?:nachricht|e-?mail|mail)", "original[- ]?(?:nachricht|mail)",
  "mensaje original", "correo original", "missatge original", "(?:oorspronkelijk|origineel|originele)e? (?:bericht|e-?mail)", "mensagem original", "wiadomość oryginalna", "oryginalna wiadomość", "oprindelig(?:e)? (?:besked|meddelelse|e-?mail)", "ursprungligt meddelande", "originalmeddelande", "opprinnelig melding", "alkuperäinen viesti", "původní (?:zpráva|e-?mail)", "pôvodná správa", "eredeti üzenet", "исходное сообщение", "оригинальное сообщение", "пересылаемое сообщение", "вихідне повідомлення", "orijinal (?:mesaj|ileti)", "özgün ileti", "αρχικό μήνυμα", "izvorna poruka", "izvirno sporočilo", "原始邮件", "原始郵件", "邮件原件", "元のメッセージ", "원본 메일",
);

/** "Forwarded message": what follows is no quote but what the sender wants to show. */
export const FORWARDED = oneOf(
  "forwarded (?:message|mail|e-?mail)", "begin forwarded message", "original message forwarded", "message transféré", "message transmis", "message réexpédié", "début du message (?:transféré|réexpédié|transmis)", "messaggio inoltrato", "inizio messaggio inoltrato", "inizio del messaggio inoltrato", "mesaj (?:redirecționat|redirecţionat|redirectionat)", "mesajul redirecționat", "începe mesajul redirec[țţt]ionat", "începutul mesajului redirecționat",
  "weitergeleitete (?:nachricht|e-?mail|mail)", "anfang der weitergeleiteten (?:nachricht|e-?mail|mail)", "mensaje reenviado", "inicio del mensaje reenviado", "missatge reenviat", "doorgestuurd bericht", "begin doorgestuurd bericht", "mensagem encaminhada", "mensagem reencaminhada", "início da mensagem (?:re)?encaminhada", "(?:treść )?przekazan(?:a|ej) wiadomo(?:ść|ści)", "wiadomość przekazana", "wiadomość przesłana dalej", "przesłana dalej wiadomość", "początek przekazywanej wiadomości", "videresendt (?:meddelelse|besked|melding|e-?mail)", "start på videresendt besked", "start på videresendt melding", "vidarebefordrat (?:meddelande|mejl|brev)", "vidarebefordrat brev", "välitetty viesti", "välitetty viesti alkaa", "přeposlaná zpráva", "začátek přeposílané zprávy", "preposlaná správa", "továbbított üzenet", "továbbított levél", "пересылаемое сообщение", "пересланное сообщение", "начало переадресованного сообщения", "переслане повідомлення", "iletilen mesaj", "yönlendirilen ileti", "iletilmiş ileti", "προωθημένο μήνυμα", "proslijeđena poruka", "转发的邮件", "轉寄郵件", "転送されたメッセージ", "전달된 메시지",
);

/** A subject's first word that says "I forward this". */
export const FORWARD_SUBJECT = /^\s*(?:fwd?|wg|tr|rv|rif|i|enc|res?enc|doorst|fs|vs|vb|vl|pd|przek|ilt|továbbítás|fw|red|redir|w\.|пересл|转发|轉寄)\.?\s*[:：]/iu;
/** One that says "I answer". */
export const REPLY_SUBJECT = /^\s*(?:re|aw|sv|vs|antw|odp|rif|r|rép|res|ynt|vá|回复|回覆|отв|ответ)\.?\s*(?:\[\d+\])?\s*[:：]/iu;

/** Names of header fields as they stand above what is quoted. */
export const FIELDS = {
  from: oneOf("from", "de", "da", "de la", "expéditeur", "mittente", "expeditor(?:ul)?", "von", "absender", "van", "afzender", "remitente", "remetente", "od", "nadawca", "fra", "från", "avsändare", "lähettäjä", "feladó", "от", "от кого", "від", "kimden", "gönderen", "από", "šalje", "pošiljatelj", "saatja", "no", "nuo", "发件人", "寄件者", "差出人", "보낸 사람", "dari", "từ", "จาก", "מאת", "من"),
  sent: oneOf("sent", "date", "sent at", "date sent", "envoyé", "envoyée?", "envoyé le", "date d'envoi", "inviato", "inviata", "data", "dată", "data invio", "trimis", "trimis la", "data trimiterii", "gesendet", "gesendet am", "datum", "enviado", "enviado el", "enviado em", "enviada em", "enviada", "fecha", "verzonden", "verstuurd", "wysłano", "data wysłania", "wysłane", "sendt", "dato", "skickat", "skickades", "lähetetty", "päivämäärä", "päiväys", "pvm", "odesláno", "odoslané", "dátum", "küldve", "elküldve", "дата", "отправлено", "надіслано", "gönderildi", "tarih", "gönderilme", "ημερομηνία", "στάλθηκε", "poslano", "saadetud", "kuupäev", "nosūtīts", "išsiųsta", "发送时间", "发送日期", "寄件日期", "日期", "送信日時", "日付", "보낸 날짜", "날짜", "tanggal", "terkirim", "ngày", "đã gửi", "วันที่", "תאריך", "נשלח", "التاريخ"),
  to: oneOf("to", "à", "a", "pour", "destinataire", "per", "către", "catre", "destinatar(?:ul)?", "an", "empfänger", "para", "destinatario", "destinatário", "aan", "do", "adresat", "til", "till", "vastaanottaja", "komu", "pre", "címzett", "кому", "до", "kime", "alıcı", "προς", "za", "prima", "saaja", "kam", "kam", "收件人", "收件者", "宛先", "받는 사람", "kepada", "đến", "tới", "ถึง", "אל", "إلى"),
  subject: oneOf("subject", "objet", "sujet", "oggetto", "ogg", "subiect(?:ul)?", "betreff", "asunto", "assumpte", "onderwerp", "assunto", "temat", "emne", "ämne", "aihe", "předmět", "predmet", "tárgy", "тема", "konu", "θέμα", "zadeva", "teema", "tēma", "tema", "主题", "主題", "主旨", "件名", "제목", "perihal", "subjek", "chủ đề", "เรื่อง", "נושא", "الموضوع"),
} as const;

/** "Sent from …": how a telephone or an app begins its line, and how those end that put the verb last. */
export const SENT_FROM = new RegExp(`^\\s*${oneOf(
  "sent (?:from|via|with|by|using)", "get (?:outlook|bluemail) for", "get the outlook app", "envoyé (?:de|à l['’]aide de|depuis|à partir|avec|via|par)", "télécharger outlook", "obtenir outlook", "inviato (?:da|dal|dallo|dalla|con|tramite)", "scarica outlook", "ottieni outlook", "trimis (?:de pe|din|cu|de la|prin)", "obțineți outlook", "obţineţi outlook", "descărcați outlook", "gesendet (?:von|mit|via|aus|über)", "von meinem", "von mein", "diese nachricht wurde von", "outlook für (?:ios|android) (?:beziehen|herunterladen)", "holen sie sich outlook",
  "enviado (?:desde|do|da|a partir|de|mediante|con|com|via)", "obtener outlook", "obtenga outlook", "descarga outlook", "obter o outlook", "baixar o outlook", "enviat (?:des|amb)", "verzonden (?:vanaf|met|vanuit|via|door)", "verstuurd (?:vanaf|met|vanuit|via)", "download outlook", "outlook voor (?:ios|android) downloaden", "wysłan[oea] z(?:e)?", "pobierz (?:aplikację )?outlook", "sendt (?:fra|med|via)", "skickat (?:från|med|via)", "hämta outlook", "hent outlook", "få outlook", "lähetetty", "hanki outlook", "odesláno z(?:e)?", "získejte outlook", "odoslané z", "iphone-omról küldve", "أ(?:ُ)?رسلت من", "تم الإرسال من", "отправлено (?:с|из|через)", "отправлено от", "надіслано з", "yahoo mail:", "发自我的", "從我的",
)}`, "iu");
/** What such a line names. */
export const SENDING_THING = /(?:iphon|ipad|ipod|android|mobil|handy|\bphone|smartphone|téléphone|telefon|teléfono|telefone|telefoon|puhelim|tablet|blackberry|samsung|galaxy|huawei|xiaomi|redmi|oneplus|nokia|motorola|pixel \d|outlook|bluemail|yahoo|aol|proton|tutanota|tuta\b|gmail|gmx|web\.de|icloud|\bmail\b|\bmailo\b|courrier (?:pour|électronique)|correo (?:para|electr)|posta (?:per|di|elettronica)|poczt\p{L} (?:systemu|onet|wirtualn|wp|o2|interi)|thunderbird|spark\b|airmail|\bapp\b|application|windows|\bmac\b|macbook|ios\b)/iu;
/** The same with the verb last: "Von meinem iPhone gesendet". */
export const SENT_LAST = /(?:gesendet|verzonden|küldve|gönderildi|gönderilmiştir|lähetetty|から送信|发送)\.?$/iu;
