// How mail programs of many languages write what stands above a quote, as they write it on 2 March 2026 at 10:05. NAME and MAIL stand for the one quoted.

export interface Speech {
  readonly gmail: string; readonly apple: string; readonly thunderbird: string; readonly yahoo: string;
  /** Outlook's fields: from, sent, to, subject; the date as it writes it. */
  readonly fields: readonly [string, string, string, string]; readonly date: string; readonly gap: string; // before the colon
  readonly original: string; // between the dashes of a telephone
  readonly devices: readonly string[];
  readonly words: readonly [string, string, string]; // three sentences of an answer
}

export const SPEECH: Readonly<Record<string, Speech>> = {
  en: {
    gmail: "On Mon, Mar 2, 2026 at 10:05 AM NAME <MAIL> wrote:", apple: "On 2 Mar 2026, at 10:05, NAME <MAIL> wrote:", thunderbird: "On 3/2/26 10:05, NAME wrote:", yahoo: "On Monday, March 2, 2026 at 10:05:00 AM GMT+1, NAME <MAIL> wrote:",
    fields: ["From", "Sent", "To", "Subject"], date: "Monday, March 2, 2026 10:05:00 AM", gap: "", original: "Original message",
    devices: ["Sent from my iPhone", "Get Outlook for iOS<https://aka.ms/o0ukef>", "Sent from my Galaxy", "Sent with Proton Mail secure email.", "Sent from Outlook for Android", "Sent from Yahoo Mail for iPhone", "Sent from my Verizon, Samsung Galaxy smartphone"],
    words: ["I tried it on Monday at 10:05, and from then on it worked.", "Please note what the dealer wrote: the licence is for two seats.", "Call me at work if you need the log."],
  },
  fr: {
    gmail: "Le lun. 2 mars 2026 à 10:05, NAME <MAIL> a écrit :", apple: "Le 2 mars 2026 à 10:05, NAME <MAIL> a écrit :", thunderbird: "Le 02/03/2026 à 10:05, NAME a écrit :", yahoo: "Le lundi 2 mars 2026 à 10:05:00 UTC+1, NAME <MAIL> a écrit :",
    fields: ["De", "Envoyé", "À", "Objet"], date: "lundi 2 mars 2026 10:05", gap: " ", original: "Message d'origine",
    devices: ["Envoyé de mon iPhone", "Télécharger Outlook pour Android<https://aka.ms/AAb9ysg>", "Envoyé depuis mon smartphone Samsung Galaxy.", "Envoyé avec la messagerie sécurisée Proton Mail.", "Envoyé à partir de Outlook pour iOS", "Envoyé depuis Yahoo Mail pour iPhone"],
    words: ["J’ai essayé lundi à 10 h 05 et depuis cela marche.", "Voici ce que dit le revendeur : la licence est pour deux postes.", "Appelez-moi au cabinet s’il vous faut le journal."],
  },
  it: {
    gmail: "Il giorno lun 2 mar 2026 alle ore 10:05 NAME <MAIL> ha scritto:", apple: "Il giorno 2 mar 2026, alle ore 10:05, NAME <MAIL> ha scritto:", thunderbird: "Il 02/03/26 10:05, NAME ha scritto:", yahoo: "Il lunedì 2 marzo 2026 alle ore 10:05:00 CET, NAME <MAIL> ha scritto:",
    fields: ["Da", "Inviato", "A", "Oggetto"], date: "lunedì 2 marzo 2026 10:05", gap: "", original: "Messaggio originale",
    devices: ["Inviato da iPhone", "Scarica Outlook per iOS<https://aka.ms/o0ukef>", "Inviato dal mio Galaxy", "Inviato con l'email sicura Proton Mail.", "Inviato da Outlook per Android", "Inviato da Yahoo Mail per iPhone"],
    words: ["Ho provato lunedì alle 10:05 e da allora funziona.", "Ecco che cosa dice il rivenditore: la licenza vale per due posti.", "Mi chiami in studio se serve il registro."],
  },
  ro: {
    gmail: "În lun., 2 mar. 2026 la 10:05, NAME <MAIL> a scris:", apple: "Pe 2 mar. 2026, la 10:05, NAME <MAIL> a scris:", thunderbird: "Pe 02.03.2026 10:05, NAME a scris:", yahoo: "luni, 2 martie 2026, 10:05:00 EET, NAME <MAIL> a scris:",
    fields: ["De la", "Trimis", "Către", "Subiect"], date: "luni, 2 martie 2026 10:05", gap: "", original: "Mesaj original",
    devices: ["Trimis de pe iPhone-ul meu", "Obțineți Outlook pentru Android<https://aka.ms/AAb9ysg>", "Trimis de pe telefonul meu Samsung Galaxy.", "Trimis cu Proton Mail.", "Trimis din Outlook pentru iOS"],
    words: ["Am încercat luni la 10:05 și de atunci merge.", "Iată ce spune furnizorul: licența este pentru două posturi.", "Sunați-mă la cabinet dacă vă trebuie jurnalul."],
  },
  de: {
    gmail: "Am Mo., 2. März 2026 um 10:05 Uhr schrieb NAME <MAIL>:", apple: "Am 02.03.2026 um 10:05 schrieb NAME <MAIL>:", thunderbird: "Am 02.03.26 um 10:05 schrieb NAME:", yahoo: "Am Montag, 2. März 2026 um 10:05:00 MEZ hat NAME <MAIL> Folgendes geschrieben:",
    fields: ["Von", "Gesendet", "An", "Betreff"], date: "Montag, 2. März 2026 10:05", gap: "", original: "Ursprüngliche Nachricht",
    devices: ["Von meinem iPhone gesendet", "Outlook für iOS<https://aka.ms/o0ukef> beziehen", "Von meinem Samsung Galaxy Smartphone gesendet.", "Gesendet mit Proton Mail E-Mail.", "Gesendet von Outlook für Android", "Von Yahoo Mail auf dem iPhone gesendet", "Diese Nachricht wurde von meinem Android-Gerät mit GMX Mail gesendet."],
    words: ["Ich habe es am Montag um 10:05 versucht, seitdem geht es.", "Der Händler sagt dazu: die Lizenz gilt für zwei Plätze.", "Rufen Sie mich in der Praxis an, falls Sie das Protokoll brauchen."],
  },
  es: {
    gmail: "El lun, 2 mar 2026 a las 10:05, NAME (<MAIL>) escribió:", apple: "El 2 mar 2026, a las 10:05, NAME <MAIL> escribió:", thunderbird: "El 2/3/26 a las 10:05, NAME escribió:", yahoo: "En lunes, 2 de marzo de 2026, 10:05:00 CET, NAME <MAIL> escribió:",
    fields: ["De", "Enviado", "Para", "Asunto"], date: "lunes, 2 de marzo de 2026 10:05", gap: "", original: "Mensaje original",
    devices: ["Enviado desde mi iPhone", "Obtener Outlook para Android<https://aka.ms/AAb9ysg>", "Enviado desde mi Galaxy", "Enviado con Proton Mail correo seguro.", "Enviado desde Outlook para iOS", "Enviado desde Yahoo Mail para iPhone"],
    words: ["Lo probé el lunes a las 10:05 y desde entonces funciona.", "El distribuidor dice lo siguiente: la licencia es para dos puestos.", "Llámeme a la consulta si necesita el registro."],
  },
  nl: {
    gmail: "Op ma 2 mrt 2026 om 10:05 schreef NAME <MAIL>:", apple: "Op 2 mrt 2026, om 10:05 heeft NAME <MAIL> het volgende geschreven:", thunderbird: "Op 02-03-2026 om 10:05 schreef NAME:", yahoo: "Op maandag 2 maart 2026 om 10:05:00 CET schreef NAME <MAIL>:",
    fields: ["Van", "Verzonden", "Aan", "Onderwerp"], date: "maandag 2 maart 2026 10:05", gap: "", original: "Oorspronkelijk bericht",
    devices: ["Verstuurd vanaf mijn iPhone", "Outlook voor iOS<https://aka.ms/o0ukef> downloaden", "Verzonden vanaf mijn Galaxy", "Verzonden met Proton Mail beveiligde e-mail.", "Verzonden vanuit Outlook voor Android"],
    words: ["Ik heb het maandag om 10:05 geprobeerd en sindsdien werkt het.", "De dealer zegt het zo: de licentie is voor twee plaatsen.", "Bel me op de praktijk als u het logboek nodig hebt."],
  },
  pt: {
    gmail: "Em seg., 2 de mar. de 2026 às 10:05, NAME <MAIL> escreveu:", apple: "No dia 2 de mar. de 2026, às 10:05, NAME <MAIL> escreveu:", thunderbird: "Em 02/03/2026 10:05, NAME escreveu:", yahoo: "Em segunda-feira, 2 de março de 2026 às 10:05:00 WET, NAME <MAIL> escreveu:",
    fields: ["De", "Enviado", "Para", "Assunto"], date: "segunda-feira, 2 de março de 2026 10:05", gap: "", original: "Mensagem original",
    devices: ["Enviado do meu iPhone", "Obter o Outlook para Android<https://aka.ms/AAb9ysg>", "Enviado do meu Galaxy", "Enviado com o e-mail seguro Proton Mail.", "Enviado a partir do Outlook para iOS"],
    words: ["Tentei na segunda às 10:05 e desde então funciona.", "O revendedor diz o seguinte: a licença é para dois postos.", "Ligue-me para o consultório se precisar do registo."],
  },
  pl: {
    gmail: "pon., 2 mar 2026 o 10:05 NAME <MAIL> napisał(a):", apple: "Wiadomość napisana przez NAME <MAIL> w dniu 02.03.2026, o godz. 10:05:", thunderbird: "W dniu 2.03.2026 o 10:05, NAME pisze:", yahoo: "W dniu poniedziałek, 2 marca 2026 10:05:00 CET użytkownik NAME <MAIL> napisał:",
    fields: ["Od", "Wysłano", "Do", "Temat"], date: "poniedziałek, 2 marca 2026 10:05", gap: "", original: "Oryginalna wiadomość",
    devices: ["Wysłane z iPhone'a", "Pobierz aplikację Outlook dla systemu iOS<https://aka.ms/o0ukef>", "Wysłano z telefonu Galaxy", "Wysłano z Proton Mail.", "Wysłane z programu Outlook dla systemu Android"],
    words: ["Próbowałam w poniedziałek o 10:05 i odtąd działa.", "Sprzedawca mówi tak: licencja jest na dwa stanowiska.", "Proszę dzwonić do gabinetu, jeśli potrzebny jest dziennik."],
  },
  da: {
    gmail: "Den man. 2. mar. 2026 kl. 10.05 skrev NAME <MAIL>:", apple: "Den 2. mar. 2026 kl. 10.05 skrev NAME <MAIL>:", thunderbird: "Den 02.03.2026 kl. 10.05 skrev NAME:", yahoo: "Den mandag den 2. marts 2026 kl. 10.05.00 CET skrev NAME <MAIL>:",
    fields: ["Fra", "Sendt", "Til", "Emne"], date: "2. marts 2026 10:05", gap: "", original: "Oprindelig meddelelse", devices: ["Sendt fra min iPhone", "Hent Outlook til iOS<https://aka.ms/o0ukef>", "Sendt fra min Galaxy"],
    words: ["Jeg prøvede mandag kl. 10.05, og siden da virker det.", "Forhandleren siger sådan: licensen gælder to pladser.", "Ring til klinikken, hvis I skal bruge loggen."],
  },
  sv: {
    gmail: "Den mån 2 mars 2026 kl 10:05 skrev NAME <MAIL>:", apple: "2 mars 2026 kl. 10:05 skrev NAME <MAIL>:", thunderbird: "Den 2026-03-02 kl. 10:05, skrev NAME:", yahoo: "Den måndag 2 mars 2026 10:05:00 CET skrev NAME <MAIL>:",
    fields: ["Från", "Skickat", "Till", "Ämne"], date: "den 2 mars 2026 10:05", gap: "", original: "Originalmeddelande", devices: ["Skickat från min iPhone", "Hämta Outlook för iOS<https://aka.ms/o0ukef>", "Skickat från min Galaxy"],
    words: ["Jag försökte i måndags kl. 10:05 och sedan dess fungerar det.", "Återförsäljaren säger så här: licensen gäller två platser.", "Ring mottagningen om ni behöver loggen."],
  },
  nb: {
    gmail: "man. 2. mar. 2026 kl. 10:05 skrev NAME <MAIL>:", apple: "2. mars 2026 kl. 10:05 skrev NAME <MAIL>:", thunderbird: "Den 02.03.2026 10:05, skrev NAME:", yahoo: "mandag 2. mars 2026, 10:05:00 CET, skrev NAME <MAIL>:",
    fields: ["Fra", "Sendt", "Til", "Emne"], date: "mandag 2. mars 2026 10:05", gap: "", original: "Opprinnelig melding", devices: ["Sendt fra min iPhone", "Få Outlook for iOS<https://aka.ms/o0ukef>"],
    words: ["Jeg prøvde mandag kl. 10:05, og siden virker det.", "Forhandleren sier det slik: lisensen gjelder to plasser.", "Ring klinikken om dere trenger loggen."],
  },
  fi: {
    gmail: "ma 2. maalisk. 2026 klo 10.05 NAME (MAIL) kirjoitti:", apple: "NAME <MAIL> kirjoitti 2.3.2026 kello 10.05:", thunderbird: "NAME kirjoitti 2.3.2026 klo 10.05:", yahoo: "maanantai 2. maaliskuuta 2026 klo 10.05.00 UTC+2 NAME <MAIL> kirjoitti:",
    fields: ["Lähettäjä", "Lähetetty", "Vastaanottaja", "Aihe"], date: "maanantai 2. maaliskuuta 2026 10.05", gap: "", original: "Alkuperäinen viesti", devices: ["Lähetetty iPhonesta", "Hanki Outlook for iOS<https://aka.ms/o0ukef>"],
    words: ["Kokeilin maanantaina klo 10.05, ja siitä lähtien se on toiminut.", "Myyjä sanoo näin: lisenssi on kahdelle.", "Soittakaa vastaanotolle, jos tarvitsette lokin."],
  },
  cs: {
    gmail: "po 2. 3. 2026 v 10:05 odesílatel NAME <MAIL> napsal:", apple: "2. 3. 2026 v 10:05, NAME <MAIL>:", thunderbird: "Dne 02. 03. 26 v 10:05 NAME napsal(a):", yahoo: "Dne pondělí 2. března 2026 10:05:00 SEČ, NAME <MAIL> napsal(a):",
    fields: ["Od", "Odesláno", "Komu", "Předmět"], date: "pondělí 2. března 2026 10:05", gap: "", original: "Původní zpráva", devices: ["Odesláno z iPhonu", "Získejte Outlook pro iOS<https://aka.ms/o0ukef>"],
    words: ["Zkusila jsem to v pondělí v 10:05 a od té doby to funguje.", "Prodejce říká toto: licence je pro dvě místa.", "Zavolejte do ordinace, pokud potřebujete záznam."],
  },
  ru: {
    gmail: "пн, 2 мар. 2026 г. в 10:05, NAME <MAIL>:", apple: "2 марта 2026 г., в 10:05, NAME <MAIL> написал(а):", thunderbird: "02.03.2026 10:05, NAME пишет:", yahoo: "Понедельник, 2 марта 2026, 10:05 +03:00 от NAME <MAIL>:",
    fields: ["От", "Отправлено", "Кому", "Тема"], date: "понедельник, 2 марта 2026 г. 10:05", gap: "", original: "Исходное сообщение", devices: ["Отправлено с iPhone", "Отправлено из Outlook для iOS"],
    words: ["Я попробовала в понедельник в 10:05, с тех пор работает.", "Продавец говорит так: лицензия на два места.", "Звоните в кабинет, если нужен журнал."],
  },
};
