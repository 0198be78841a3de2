// Mails in plain text as mail programs lay them out. A line that begins with "+" is the sender's own and stays; any other line goes.
// One that begins with "&" goes too, and stands in the same line as the own words before it.
// "name | subject" opens each; the subject is an answer's where there is none.
export const PLAIN = `
=== gmail, English, the attribution in two lines
+ Thank you, the second try went through.
+
+ Could you also look at seat 4?
 
 On Mon, Mar 2, 2026 at 10:05 AM Support at Vendor Example Ltd. (Helpdesk)
 <help@vendor.example> wrote:
 
 > Dear Ana,
 >
 > please try again after a restart.
 
=== gmail, French, no-break spaces and an attribution in two lines
+ Bonjour,
+
+ c’est bien cela, merci.
 
 Le lun. 2 mars 2026 à 10:05, Assistance Vendor Example <
 help@vendor.example> a écrit :
 
 > Bonjour, est-ce bien la version 4 ?
 >
 
=== gmail, Italian, in three lines
+ Ho riavviato: adesso parte.
 
 Il giorno lun 2 mar 2026 alle ore 10:05 Assistenza Clienti della Vendor
 Example <
 help@vendor.example> ha scritto:
 
 > Provi a riavviare.
 
=== gmail, German, an unquoted text below
+ Das war es, danke.
 
 Am Mo., 2. März 2026 um 10:05 Uhr schrieb Hilfe Vendor <help@vendor.example
 >:
 
 > Bitte neu starten.
 
=== gmail, Romanian
+ Merge acum, mulțumesc!
 
 În lun., 2 mar. 2026 la 10:05, Suport <help@vendor.example> a scris:
 
 > Reporniți vă rugăm.
 
=== gmail, Spanish, with a signature below two dashes
+ Ya funciona, gracias.
 --
 Lucía Gómez
 Clínica Dental Sonrisa
 
 El lun, 2 mar 2026 a las 10:05, Soporte (<help@vendor.example>) escribió:
 
 > Reinicie, por favor.
 
=== gmail, Dutch
+ Dank u, opgelost.
 
 Op ma 2 mrt 2026 om 10:05 schreef Helpdesk <help@vendor.example>:
 
 > Start opnieuw op a.u.b.
 
=== gmail, Portuguese of Brazil, in two lines
+ Funcionou, obrigada!
 
 Em seg., 2 de mar. de 2026 às 10:05, Suporte ao Cliente Vendor Example <
 help@vendor.example> escreveu:
 
 > Reinicie, por favor.
 
=== gmail, Polish, in two lines
+ Działa, dziękuję.
 
 pon., 2 mar 2026 o 10:05 Dział Wsparcia Klienta Vendor Example <
 help@vendor.example> napisał(a):
 
 > Proszę uruchomić ponownie.
 
=== gmail on a telephone, older: the date by strokes and no verb
+ Works.
 
 2026-03-02 10:05 GMT+01:00 Support <help@vendor.example>:
 
 > Please restart.
 
=== outlook on a desktop, English, no mark at all on what it quotes
+ Hello,
+
+ yes, it is the server edition.
+
+ Kind regards,
+ Ana Pop
 
 From: Support <help@vendor.example>
 Sent: Monday, March 2, 2026 10:05 AM
 To: Ana Pop <ana@dental.example>
 Subject: RE: Licence of seat 4 [#1042]
 
 Dear Ana,
 
 which edition do you use?
 
=== outlook on a desktop, French, with copies and importance
+ Bonjour, voici le fichier.
 
 De : Assistance <help@vendor.example>
 Envoyé : lundi 2 mars 2026 10:05
 À : Ana Pop <ana@dental.example>
 Cc : Paul Martin <paul@dental.example>
 Objet : RE: Licence du poste 4
 Importance : Haute
 
 Bonjour, pouvez-vous envoyer le fichier ?
 
=== outlook on a desktop, Italian, below a line of underscores
+ Buongiorno, è la versione 4.2.
 
 ________________________________
 Da: Assistenza <help@vendor.example>
 Inviato: lunedì 2 marzo 2026 10:05
 A: Ana Pop <ana@dental.example>
 Oggetto: R: Licenza del posto 4
 
 Che versione usa?
 
=== outlook on the web, German, the fields in bold stars
+ Guten Tag, es ist Version 4.2.
 
 ________________________________
 *Von:* Hilfe <help@vendor.example>
 *Gesendet:* Montag, 2. März 2026 10:05
 *An:* Ana Pop <ana@dental.example>
 *Betreff:* AW: Lizenz
 
 Welche Version ist es?
 
=== outlook on a Mac, English, with Date and a bold From
+ It is 4.2, and it is on all four machines.
 
 *From: *Support <help@vendor.example>
 *Date: *Monday, 2 March 2026 at 10:05
 *To: *Ana Pop <ana@dental.example>
 *Subject: *Re: Licence of seat 4
 
 Which version?
 
=== outlook on a Mac, Spanish
+ Es la 4.2.
 
 De: Soporte <help@vendor.example>
 Fecha: lunes, 2 de marzo de 2026, 10:05
 Para: Ana Pop <ana@dental.example>
 Asunto: Re: Licencia
 
 ¿Qué versión es?
 
=== outlook on a telephone, Dutch, with its own line
+ Het is 4.2.
 
 Outlook voor iOS<https://aka.ms/o0ukef> downloaden
 ________________________________
 Van: Helpdesk <help@vendor.example>
 Verzonden: maandag 2 maart 2026 10:05
 Aan: Ana Pop <ana@dental.example>
 Onderwerp: Re: Licentie
 
 Welke versie?
 
=== outlook on a telephone, Polish
+ To wersja 4.2.
 
 Pobierz aplikację Outlook dla systemu Android<https://aka.ms/AAb9ysg>
 ________________________________
 From: Wsparcie <help@vendor.example>
 Sent: Monday, March 2, 2026 10:05:00 AM
 To: Ana Pop <ana@dental.example>
 Subject: Re: Licencja
 
 Jaka wersja?
 
=== outlook on the web, Portuguese, legal words of the company below the name
+ Boa tarde,
+
+ é a versão 4.2.
+
+ Cumprimentos,
+ Ana
 ________________________________
 De: Suporte <help@vendor.example>
 Enviado: 2 de março de 2026 10:05
 Para: Ana Pop <ana@dental.example>
 Assunto: Re: Licença
 
 Que versão?
 
=== exchange's old form, with a line and Original Message
+ Version 4.2.
 
 -----Original Message-----
 From: Support [mailto:help@vendor.example]
 Sent: Monday, March 02, 2026 10:05 AM
 To: Ana Pop
 Subject: RE: Licence
 
 Which version?
 
=== exchange's old form, Romanian without its letters
+ Este versiunea 4.2.
 
 -----Mesaj original-----
 De la: Suport [mailto:help@vendor.example]
 Trimis: 2 martie 2026 10:05
 Catre: Ana Pop
 Subiect: RE: Licenta
 
 Ce versiune?
 
=== apple mail, English, the quote below
+ That fixed it.
+
+ Ana
 
 > On 2 Mar 2026, at 10:05, Support <help@vendor.example> wrote:
 >
 > Please restart.
 
=== apple mail, French, unmarked blank line between the two
+ C’est réglé.
 
 > Le 2 mars 2026 à 10:05, Assistance <help@vendor.example> a écrit :
 > 
 > Redémarrez s’il vous plaît.
 > 
 
=== iPhone, Italian: its line stands above the quote
+ Risolto, grazie
 
 Inviato da iPhone
 
 > Il giorno 2 mar 2026, alle ore 10:05, Assistenza <help@vendor.example> ha scritto:
 > 
 > Riavvii per favore.
 > 
 
=== iPhone, German, a capital that the program put before the quote
+ Erledigt
 
 Von meinem iPhone gesendet
 
 > Am 02.03.2026 um 10:05 schrieb Hilfe <help@vendor.example>:
 > 
 > ﻿Bitte neu starten.
 
=== iPad, Polish
+ Gotowe
 
 Wysłane z iPada
 
 > Wiadomość napisana przez Wsparcie <help@vendor.example> w dniu 02.03.2026, o godz. 10:05:
 > 
 > Proszę o restart.
 
=== thunderbird, English, the answer below the quote
 On 02/03/2026 10:05, Support wrote:
 > Which version do you have?
 > And on how many machines?
+ Version 4.2, on four machines.
 
 -- 
 Ana Pop
 Dental Practice Example
 
=== thunderbird, French, the answer below with a blank line
 Le 02/03/2026 à 10:05, Assistance a écrit :
 > Quelle version ?
 
+ La 4.2, sur quatre postes.
 
=== thunderbird, German, answers among the quoted lines
+ Am 02.03.26 um 10:05 schrieb Hilfe:
+ > Welche Version ist es?
+
+ 4.2
+
+ > Auf wie vielen Rechnern?
+
+ Auf vieren.
 
 -- 
 Ana Pop
 
=== thunderbird, Italian, answers among the quoted lines and a rest of the quote
+ Il 02/03/26 10:05, Assistenza ha scritto:
+ > Che versione usa?
+ La 4.2.
+ > Su quanti posti?
+ Quattro.
 > Cordiali saluti
 > Il supporto
 
=== thunderbird, Romanian, below the quote and in two lines
 Pe 02.03.2026 10:05, Suportul clienților de la Vendor Example prin
 help@vendor.example a scris:
 > Ce versiune aveți?
 >
+ Versiunea 4.2.
 
=== yahoo, English, with dashes and no brackets
+ It works now
 
     On Monday, March 2, 2026 at 10:05:00 AM GMT+1, Support <help@vendor.example> wrote:  
  
  Please restart.
 
=== yahoo, Italian
+ Adesso funziona
 
     Il lunedì 2 marzo 2026 alle ore 10:05:00 CET, Assistenza <help@vendor.example> ha scritto:  
  
  Riavvii per favore.
 
=== yahoo on a telephone, French: its line and the quote in two lines
+ Merci, ça marche
 
 Envoyé depuis Yahoo Mail pour Android 
  
   Le lun., mars 2, 2026 à 10:05, Assistance<help@vendor.example> a écrit :   Redémarrez.
 
=== samsung, English
+ Works, thanks
 
 Sent from my Galaxy
 
 -------- Original message --------
 From: Support <help@vendor.example> 
 Date: 02/03/2026 10:05 (GMT+01:00) 
 To: Ana Pop <ana@dental.example> 
 Subject: Re: Licence 
 
 Please restart.
 
=== samsung, French
+ Merci
 
 Envoyé depuis mon appareil Galaxy
 
 -------- Message d'origine --------
 De : Assistance <help@vendor.example>
 Date : 02/03/2026 10:05 (GMT+01:00)
 À : Ana Pop <ana@dental.example>
 Objet : Re: Licence
 
 Redémarrez.
 
=== samsung, Italian, older
+ Grazie
 
 Inviato dal mio dispositivo Samsung
 
 
 -------- Messaggio originale --------
 Da: Assistenza <help@vendor.example> 
 Data: 02/03/26 10:05 (GMT+01:00) 
 A: ana@dental.example 
 Oggetto: Re: Licenza 
 
 Riavvii.
 
=== samsung, Polish
+ Dziękuję
 
 Wysłane z mojego telefonu Galaxy
 
 
 -------- Oryginalna wiadomość --------
 Od: Wsparcie <help@vendor.example>
 Data: 02.03.2026 10:05 (GMT+01:00)
 Do: ana@dental.example
 Temat: Re: Licencja
 
 Proszę o restart.
 
=== proton mail, English, with its line
+ Done.
 
 Sent with [Proton Mail](https://proton.me/mail/home) secure email.
 
 On Monday, March 2nd, 2026 at 10:05 AM, Support <help@vendor.example> wrote:
 
 > Please restart.
 
=== proton mail, French, without an attribution of the usual form
+ Fait.
 
 Envoyé avec la messagerie sécurisée [Proton Mail.](https://proton.me/)
 
 Le lundi 2 mars 2026 à 10:05, Assistance <help@vendor.example> a écrit :
 
 > Redémarrez.
 
=== proton mail, German
+ Erledigt.
 
 Gesendet mit [Proton Mail](https://proton.me/) E-Mail.
 
 Am Montag, 2. März 2026 um 10:05, Hilfe <help@vendor.example> schrieb:
 
 > Bitte neu starten.
 
=== k-9, English, below the line that says with what
+ It works again.
 
 -- 
 Sent from my Android device with K-9 Mail. Please excuse my brevity.
 
=== k-9, German, with the quote above
 Am 2. März 2026 10:05:00 MEZ schrieb Hilfe <help@vendor.example>:
 >Bitte neu starten.
 
+ Es geht wieder.
 -- 
 Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.
 
=== fairemail, French
+ C’est bon.
 
 Le 2 mars 2026 10:05:00 GMT+01:00, Assistance <help@vendor.example> a écrit :
 >Redémarrez.
 
=== gmx, German
+ Es geht, danke!
 
 Gesendet: Montag, 2. März 2026 um 10:05 Uhr
 Von: "Hilfe" <help@vendor.example>
 An: ana@dental.example
 Betreff: Re: Lizenz
 
 Bitte neu starten.
 
=== web.de app, German
+ Es geht, danke!
 -- 
 Diese Nachricht wurde von meinem Android Mobiltelefon mit WEB.DE Mail gesendet.
 Am 02.03.26, 10:05 schrieb Hilfe <help@vendor.example>:
 
   Bitte neu starten.
 
=== libero, Italian
+ Funziona.
+
+ Ana
 
 > Il 02/03/2026 10:05 Assistenza <help@vendor.example> ha scritto:
 > 
 >  
 > Riavvii per favore.
 
=== orange and laposte, French
+ Cela fonctionne.
 
 
 
 > Message du 02/03/26 10:05
 > De : "Assistance" <help@vendor.example>
 > A : "Ana Pop" <ana@dental.example>
 > Copie à : 
 > Objet : Re: Licence
 > 
 > Redémarrez.
 
=== orange, French, without the signs
+ Cela fonctionne.
 
 envoyé : 2 mars 2026 à 10:05
 de : Assistance <help@vendor.example>
 à : ana@dental.example
 objet : Re: Licence
 
 Redémarrez.
 
=== sfr and free, French
+ Cela fonctionne.
 
 ----- Mail original -----
 De: "Assistance" <help@vendor.example>
 À: "Ana Pop" <ana@dental.example>
 Envoyé: Lundi 2 Mars 2026 10:05:00
 Objet: Re: Licence
 
 Redémarrez.
 
=== bluewin, Swiss
+ Es läuft wieder.
 
 ----Ursprüngliche Nachricht----
 Von : help@vendor.example
 Datum : 02/03/2026 - 10:05 (MZ)
 An : ana@bluewin.example
 Betreff : Re: Lizenz
 
 Bitte neu starten.
 
=== bluewin, French of Switzerland
+ Ça marche.
 
 ----Message d'origine----
 De : help@vendor.example
 Date : 02/03/2026 - 10:05 (E)
 À : ana@bluewin.example
 Objet : Re: Licence
 
 Redémarrez.
 
=== open-xchange, German
+ Es läuft.
 
 > Hilfe <help@vendor.example> hat am 02.03.2026 10:05 CET geschrieben:
 > 
 >  
 > Bitte neu starten.
 
=== open-xchange, English, not marked
+ It runs.
 
 On 02/03/2026 10:05 CET Support <help@vendor.example> wrote:
  
  
 Please restart.
 
=== zimbra, Spanish
+ Ya va.
 
 ----- Mensaje original -----
 De: "Soporte" <help@vendor.example>
 Para: "Ana Pop" <ana@dental.example>
 Enviados: Lunes, 2 de Marzo 2026 10:05:00
 Asunto: Re: Licencia
 
 Reinicie.
 
=== lotus notes, English: the name, the date, the fields by columns
+ It works now.
+
+ Kind regards, Ana
 
 
 
 From:   Support <help@vendor.example>
 To:     Ana Pop/Dental/Example
 Date:   02/03/2026 10:05
 Subject:        Re: Licence
 
 
 Please restart.
 
=== roundcube, English, the date first
 On 2026-03-02 10:05, Support wrote:
 > Please restart.
 
+ Restarted; it works.
 
=== roundcube, Polish
 W dniu 2026-03-02 10:05, Wsparcie napisał(a):
 > Proszę o restart.
 
+ Działa.
 
=== horde, French
+ C’est bon.
 
 Assistance <help@vendor.example> a écrit :
 
 > Redémarrez.
 
=== evolution, English, a date without a month's name
 On Mon, 2026-03-02 at 10:05 +0100, Support wrote:
 > Which edition?
 
+ The server edition.
 
=== mutt, English, the name first
+ Thanks.
 
 * Support <help@vendor.example> [2026-03-02 10:05:00 +0100]:
 
 > Please restart.
 
=== gnus, a name and the verb alone
 Support <help@vendor.example> writes:
 
 > Which edition?
 
+ The server edition.
 
=== the bat, initials before the sign
+ Hello,
 
 Monday, March 2, 2026, 10:05:00 AM, you wrote:
 
 > Please restart.
 
=== zoho, dashes around the date
+ It works.
 
 
 
 
 
 ---- On Mon, 02 Mar 2026 10:05:00 +0100 Support <help@vendor.example> wrote ----
 
 Please restart.
 
=== a quote without a line above it
+ It is 4.2.
 
 > Which version is it?
 
=== a quote without a line above it, in the middle, stays with its answer
+ Hello,
+
+ > Which version is it?
+
+ It is 4.2.
+
+ > On how many machines?
+
+ Four.
 
=== the ends of a line: the attribution stands on the last own line
+ Thanks, that was it.
 On Mon, Mar 2, 2026 at 10:05 AM Support <help@vendor.example> wrote:
 > Please restart.
 
=== the attribution stands behind own words, in the same line
+ Yes, please do.
 
 Sent from my iPhone On Mar 2, 2026, at 10:05 AM, Support <help@vendor.example> wrote:
 > May we call you?
 
=== forwarded by gmail: all of it stays | Fwd: Invoice 77
+ Please see what our dealer got.
+
+ ---------- Forwarded message ---------
+ From: Dealer <sales@dealer.example>
+ Date: Mon, Mar 2, 2026 at 10:05 AM
+ Subject: Invoice 77
+ To: Ana Pop <ana@dental.example>
+
+ The invoice is attached.
 
=== forwarded by outlook, Italian, all of it stays | I: Fattura 77
+ Vedete sotto.
+
+ Da: Rivenditore <sales@dealer.example>
+ Inviato: lunedì 2 marzo 2026 10:05
+ A: Ana Pop <ana@dental.example>
+ Oggetto: Fattura 77
+
+ In allegato la fattura.
 
=== forwarded within an answer, apple, French
+ Voici ce que j’ai reçu.
+
+ Début du message transféré :
+
+ > De: Revendeur <sales@dealer.example>
+ > Objet: Facture 77
+ > Date: 2 mars 2026 à 10:05:00 UTC+1
+ > À: Ana Pop <ana@dental.example>
+ >
+ > Ci-joint la facture.
 
=== a disclaimer below a marked signature
+ We use 4.2.
 -- 
 Ana Pop
 This message and its attachments are confidential. If you are not the
 intended recipient, please delete it.
 
=== own words that look like fields stay
+ From: Milan
+ To: Geneva
+ That is the route of the parcel with the dongle; nothing else is written on it.
 
=== own words that end in a colon stay
+ On Monday at 10:05 the server wrote:
+ "licence expired". What now?
 
=== a list with dashes, and dashes as a border in the text, stay
+ Three things:
+ - the licence
+ - the dongle
+ - the invoice
+ -- and one more -- the log.
 
=== two words below a rule of dashes of the sender's own
+ Step 1
+ ------
+ Open the program.
+ Step 2
+ ------
+ Press Start.
 
=== a reply that asks for what stands below, in red
+ See my answers in red below.
+
+ From: Support <help@vendor.example>
+ Sent: Monday, March 2, 2026 10:05 AM
+ To: Ana Pop <ana@dental.example>
+ Subject: RE: Licence
+
+ Which version? 4.2
+ How many? Four
 
=== the line of a desk: write above it
+ All fine now.
 
 On 2 March 2026 at 10:05, Vendor Support <help@vendor.example> wrote:
 
 ##- Please type your reply above this line -##
 
 Your request (1042) has been updated.
 
=== nested quotes of two rounds
+ And now it stands still again.
 
 On Tue, Mar 3, 2026 at 9:00 AM Support <help@vendor.example> wrote:
 
 > Fine.
 >
 > On Mon, Mar 2, 2026 at 10:05 AM Ana Pop <ana@dental.example> wrote:
 >
 >> It works.
 >>
 >>> Please restart.
 
=== words above and below one quote
+ First of all: thank you.
 
 On 02/03/2026 10:05, Support wrote:
 > Please restart.
 
+ And one question more: does it also run on the new release?
 
=== huawei, Spanish
+ Gracias
 
 Enviado desde mi HUAWEI P30
 
 -------- Mensaje original --------
 De: Soporte <help@vendor.example>
 Fecha: lun., 2 mar. 2026 10:05
 Para: ana@dental.example
 Asunto: Re: Licencia
 
 Reinicie.
 
=== xiaomi, Italian
+ Grazie mille
 
 Inviato dal mio telefono Xiaomi
 Il Assistenza <help@vendor.example>, 2 mar 2026 10:05 ha scritto:
 
 Riavvii.
 
=== blackberry, English
+ Will do.
 Sent from my BlackBerry® wireless device
 
 -----Original Message-----
 From: Support <help@vendor.example>
 Date: Mon, 2 Mar 2026 10:05:00 
 To: ana@dental.example
 Subject: Re: Licence
 
 Please restart.
 
=== tutanota, German
+ Passt.
 
 -- 
 Gesichert mit Tuta Mail: 
 https://tuta.com/free-email
 
 
 2. März 2026, 10:05 von help@vendor.example:
 
 > Bitte neu starten.
 
=== spark, French
+ Parfait.
 
 Envoyé avec Spark
 
 Le 2 mars 2026 à 10:05 +0100, Assistance <help@vendor.example>, a écrit :
 > Redémarrez.
 
=== mail.ru, Russian
+ Работает.
 
 Понедельник, 2 марта 2026, 10:05 +03:00 от Support <help@vendor.example>:
  
 Перезапустите.
 
=== windows mail, German
+ Danke!
 
 Gesendet von Mail für Windows
 
 Von: Hilfe
 Gesendet: Montag, 2. März 2026 10:05
 An: Ana Pop
 Betreff: AW: Lizenz
 
 Bitte neu starten.
 
=== windows mail, Romanian
+ Mulțumesc!
 
 Trimis din Mail pentru Windows
 
 De la: Suport
 Trimis: luni, 2 martie 2026 10:05
 Către: Ana Pop
 Subiect: RE: Licență
 
 Reporniți.

=== a link that broke out of the quote
+ Seen.
 
 On Monday, 2 March 2026 at 10:05, Support wrote:
 
 > Your request was updated.
 >
 (https://help.vendor.example/1042) >
 > Vendor Support
 
=== an attribution with another verb, above a marked quote
+ Test passed.
 
 On 2-Mar-2026, at 10:05, Support <help@vendor.example> sent:
 
 > Please restart.

=== own words and the attribution in one line, as a converter leaves them
+ First line.
+ Second line, with what matters.
& On Mon, Mar 2, 2026 at 10:05 AM, Support <help@vendor.example> wrote:
 > May we call you?

=== own words end in a colon and an address, and stay
+ Please write to both, on Monday 2 March 2026 at 10:05 at the latest:
+ ana@dental.example, and for the bill:
+ bills@dental.example
+
+ I wrote on 1 March at 9:00 to this address: help@vendor.example:  and got nothing.

=== horde, German, its own verb
+ Geht.
 
 Zitat von Hilfe <help@vendor.example>:
 
 > Bitte neu starten.
 
=== an appointment's sentence that looks like an attribution stays
+ Hello,
+
+ On Monday, 2 March 2026 at 10:05 your colleague wrote to me:
+ "the licence is for two seats"
+
+ Is that true?
 
=== Italian own words with a date and a verb stay
+ Buongiorno,
+ il 2 marzo 2026 alle 10:05 il programma ha scritto:
+ errore 17, licenza scaduta
+ Che cosa devo fare?
 
=== an own list of fields, as a form is filled in, stays
+ Name: Ana Pop
+ From: Geneva
+ Date: 2 March 2026
+ Licence: 77-12
+ Question: how do I move it?
 
=== fields with blank lines between them, as a converter writes them
+ It is 4.2.
 
 From: Support <help@vendor.example>
 
 Sent: Monday, March 2, 2026 10:05 AM
 
 To: Ana Pop <ana@dental.example>
 
 Subject: RE: Licence
 
 Which version?
 
=== a subject of several lines among the fields
+ It is 4.2.
 
 De : Assistance <help@vendor.example>
 Envoyé : lundi 2 mars 2026 10:05
 À : Ana Pop <ana@dental.example>; Paul Martin <paul@dental.example>;
 Rita Blanc <rita@dental.example>
 Objet : RE: Licence du poste 4 et du poste 5, demande de la
 semaine passée
 
 Quelle version ?
 
=== a signature with a telephone's line, and a quote with fields
+ Ok
 
 Gesendet von Outlook für iOS<https://aka.ms/o0ukef>
 ________________________________
 Von: Hilfe <help@vendor.example>
 Gesendet: Montag, März 2, 2026 10:05 AM
 An: Ana Pop <ana@dental.example>
 Betreff: Re: Lizenz
 
 Welche Version?
 
=== words after the telephone's line stay
+ It is 4.2.
+
+ Sent from my iPhone
+
+ PS: and the dongle is the blue one.
 
=== a quote in the middle and one at the end: the end goes
+ > Which version?
+
+ 4.2
+
+ > And how many seats?
+
+ Four.
 
 > Kind regards
 > Support
 
=== the answer in front of each quoted line, with initials
+ AP> Which version?
+ 4.2
 
=== a diff and a mail's source in the text stay
+ This is what the log says:
+
+ > error 17
+ > licence expired
+
+ and it comes back after each restart.
 
=== a quote of one's own at the end of a first mail stays | The log
+ This is what the log says:
+
+ > error 17
+ > licence expired
 
=== a signature's border in the middle of the text, with much below it, stays
+ The log:
+ --
+ line 1
+ line 2
+ line 3
+ line 4
+ line 5
+ line 6
+ line 7
+ line 8
+ line 9
+ line 10
+ line 11
+ line 12
+ line 13
+ What does that mean?
 
=== two attributions of two programs, one above the other
+ Yes.
 
 On Tue, Mar 3, 2026 at 9:00 AM Ana Pop <ana@dental.example> wrote:
 
 >
 >
 > Sent from my iPhone
 >
 > Begin forwarded message:
 >
 > From: Support <help@vendor.example>
 
=== what a desk's own mail says: reply above
+ Alles gut.
 
 --- Bitte antworten Sie oberhalb dieser Zeile ---
 
 Ihre Anfrage 1042 wurde aktualisiert.
 
=== nothing but a quote: all of it is shown
+ > Which version?
+ > Support
 
=== an empty answer above fields: they are shown
+ From: Support <help@vendor.example>
+ Sent: Monday, March 2, 2026 10:05 AM
+ To: Ana Pop <ana@dental.example>
+ Subject: RE: Licence
+
+ Which version?
 
=== outlook's answer between fields of two rounds
+ Das war es nicht.
 
 Von: Hilfe <help@vendor.example>
 Gesendet: Dienstag, 3. März 2026 09:00
 An: Ana Pop
 Betreff: AW: AW: Lizenz
 
 Bitte neu starten.
 
 Von: Ana Pop
 Gesendet: Montag, 2. März 2026 10:05
 An: Hilfe
 Betreff: AW: Lizenz
 
 Es geht nicht.
 
=== an attribution in which the name comes last and the line is broken after the verb
+ Gut.
 
 Am 02.03.2026 um 10:05 schrieb
 Hilfe der Vendor Example GmbH <help@vendor.example>:
 > Bitte neu starten.
 
=== an attribution with the address on a line of its own and the verb alone
+ Bien.
 
 Le lundi 2 mars 2026 à 10:05:00 UTC+1, Assistance Vendor Example
 <help@vendor.example>
 a écrit :
 
 Redémarrez.
 
=== windows line ends and blanks at the ends of lines
+ It is 4.2.   
   
 On 2 Mar 2026, at 10:05, Support <help@vendor.example> wrote:   
   
 > Which version?  
 
=== no name, only a time, as webmails of providers do
+ Grazie.
 
 ----Messaggio originale----
 Da: help@vendor.example
 Data: 2-mar-2026 10.05
 A: <ana@libero.example>
 Ogg: Re: Licenza
 
 Riavvii.
 
=== tiscali and alice, Italian
+ Grazie.
 
 Il 02.03.2026 10:05 Assistenza ha scritto:
 
 > Riavvii.
 
=== wp and onet, Polish
+ Dziękuję.
 
 Dnia 2 marca 2026 10:05 Wsparcie &lt;help@vendor.example&gt; napisał(a):
 
 > Proszę o restart.
 
=== sapo, Portuguese
+ Obrigada.
 
 Citando Suporte <help@vendor.example>:
 
 > Reinicie.
 
=== seznam, Czech
+ Děkuji.
 
 ---------- Původní e-mail ----------
 Od: Podpora <help@vendor.example>
 Komu: ana@dental.example
 Datum: 2. 3. 2026 10:05:00
 Předmět: Re: Licence
 
 Restartujte.
 
=== freemail, Hungarian
+ Köszönöm.
 
 Support <help@vendor.example> ezt írta (időpont: 2026. márc. 2., H, 10:05):
 
 > Indítsa újra.
 
=== a company's legal words below a name, unmarked, stay: nothing tells them from the text
+ It is 4.2.
+
+ Ana Pop
+ This e-mail is confidential.
 
 On Mon, Mar 2, 2026 at 10:05 AM Support <help@vendor.example> wrote:
 
 > Which version?
 
=== a disclaimer below the quote, after a rule
+ It is 4.2.
 
 On Mon, Mar 2, 2026 at 10:05 AM Support <help@vendor.example> wrote:
 
 > Which version?
 
 -- 
 This e-mail and any files are confidential and meant for the addressee
 alone.
 
=== an external sender's warning that a server put on top stays out of nobody's words
+ CAUTION: This email came from outside.
+
+ It is 4.2.
 
 From: Support <help@vendor.example>
 Sent: Monday, March 2, 2026 10:05 AM
 To: Ana Pop <ana@dental.example>
 Subject: RE: Licence
 
 Which version?

=== a rule of strokes between two paragraphs, and a quote below: both paragraphs stay
+ The invoice for March has the wrong address.
+
+ ________________________________________
+
+ The one for April is right, as far as we can see.
+
+ Kind regards,
+ Ana Pop
 
 On 2 March 2026, Ben Carter wrote:
 > Which invoice is it?
 
=== two dashes between two paragraphs, with a closing and a postscript below: all stays
+ The first scanner works.
+ --
+ The second one does not.
+
+ Best regards,
+ Ana
+ P.S. Please ring after noon.
 
 On Mon, Mar 2, 2026 at 10:05 AM Support <help@vendor.example> wrote:
 
 > Which scanner?
 
=== below a rule of strokes a name, a company and a telephone go
+ The second scanner works now.
 ____________
 Ana Pop
 Dental House
 +40 21 555 0100
 
=== an error that the sender quotes above the quote of the desk stays
+ This is what it says:
+
+ > Error 17: the licence server is away
+ > (seat 4)
 
 On Mon, Mar 2, 2026 at 10:05 AM Support <help@vendor.example> wrote:
 
 > What does it say?
 
=== the same above the fields that Outlook puts there
+ This is what it says:
+
+ > Error 17: the licence server is away
 
 From: Support <help@vendor.example>
 Sent: Monday, March 2, 2026 10:05 AM
 To: Ana Pop <ana@dental.example>
 Subject: RE: Licence
 
 What does it say?
 
=== words above, among and below what is quoted, with a rest of the quote at the end
+ Both answers below.
+ On Mon, 2 Mar 2026 at 10:05, Ben Carter wrote:
+ > Which version is it?
+
+ It is 4.2.
+
+ And it is on two seats.
 
 > How many seats?
 >
 
=== apple mail, the line that says who wrote stands in the quote, and a name below it
+ Sì, adesso parte.
 
 > Il giorno 2 mar 2026, alle ore 10:05, Assistenza <help@vendor.example> ha scritto:
 >
 > Ha riavviato?
 
+ Ana Pop
+ Studio Dentistico
 
=== zoho, plain, with neither dashes nor a colon
+ Seat four is free again.
 
 On Mon, 02 Mar 2026 10:05:43 +0100 Support <help@vendor.example> wrote
 
 Which seat is it?
 
=== somebody else's sentence of that kind stays, since words stand right below it
+ On Mon, 02 Mar 2026 10:05:43 +0100 our accountant Dan Ionescu <dan@dental.example> wrote
+ that seat four is free again.
 
=== a link within the quote that a program broke in two
+ Seat four is free again.
 
 On Monday, 2 March 2026 at 10:05, Support wrote:
 
 > Your request is number 17
 >
 > See it (https://help.vendor.example/requests
 ?number=17)
 >
 
=== tobit, German, its own line above what it quotes
+ Platz vier ist wieder frei.
 
 Original Message processed by david®
 Ihre Lizenz 2. März 2026, 10:05 Uhr
 Von Hilfe
 
 Welcher Platz?
 
=== a web mail's line in words that nobody listed, above fields
+ Platz vier ist wieder frei.
 
 ----- Ausgangspost von unterwegs ----
 Von:     help@vendor.example
 An:      ana@dental.example
 Datum:   02.03.2026 10:05
 Betreff: Lizenz
 
 Welcher Platz?
 
=== a web mail's forward without a word of one's own, in words that are not called a forward | Lizenz
+ ----- Original Nachricht ----
+ Von:     dan@dental.example
+ An:      ana@dental.example
+ Datum:   02.03.2026 10:05
+ Betreff: Lizenz
+
+ Guten Tag, anbei die Lizenz von Platz vier.
 
=== fields at the very top, own words below them, and the fields of what is answered
+ From: Ana Pop
+ Sent: 2 March 2026 10:05
+ To: Support <help@vendor.example>
+ Subject: FW: Licence
+
+ Here is how it looks at our place.
 
 From: Support <help@vendor.example>
 Sent: 2 March 2026 09:31
 To: Ana Pop <ana@dental.example>
 Subject: Licence
 
 How does it look?
 
=== a subject that the sender names stays, whatever fields stand below
+ Our order:
+ Subject: Licence
+
+ We need it for two seats.
 
 From: Support <help@vendor.example>
 Sent: 2 March 2026 09:31
 To: Ana Pop <ana@dental.example>
 Subject: Licence
 
 How many seats?
 
=== a telephone's line without its verb
+ Seat four is free again.
 
 From my iPhone 6
 
=== iCloud, Spanish, several writers
+ El puesto cuatro está libre.
 
 El 02/03/2026 10:05, Soporte <help@vendor.example> escribieron:
 
 ¿Qué puesto?
`;
