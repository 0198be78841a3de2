// Mails by which mail systems say that a mail did not arrive, in the form of each; the words are ours.
// "=== name => kind address hard|soft" opens each; "--- type" opens a part beside the first; "REPORT" in the head makes it a multipart/report.
export const BOUNCES = String.raw`
=== postfix, unknown user => bounce lea@paid.example hard
From: MAILER-DAEMON@mx.vendor.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
REPORT

This is the mail system at host mx.vendor.example.

<lea@paid.example>: host mx.paid.example[192.0.2.7] said: 550 5.1.1
    <lea@paid.example>: Recipient address rejected: User unknown in local
    recipient table (in reply to RCPT TO command)
--- message/delivery-status
Reporting-MTA: dns; mx.vendor.example

Final-Recipient: rfc822; lea@paid.example
Original-Recipient: rfc822;lea@paid.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.paid.example
Diagnostic-Code: smtp; 550 5.1.1 <lea@paid.example>: Recipient address rejected: User unknown
--- message/rfc822
From: help@vendor.example
To: lea@paid.example
Subject: Your request

text
=== a server that calls the final recipient by a name of its own => bounce lea@paid.example soft
From: Internet Mail Delivery <postmaster@paid.example>
Subject: Delivery Notification: Delivery has failed
REPORT

Your message cannot be delivered to the following recipients:

  Recipient address: @store.paid.example:lea@ims_daemon
  Original address: lea@paid.example
--- message/delivery-status
Reporting-MTA: dns; mx.paid.example

Original-Recipient: rfc822;lea@paid.example
Final-Recipient: rfc822;@store.paid.example:lea@ims_daemon
Action: failed
Status: 5.2.0 (it could not be put away)
Diagnostic-Code: smtp;522 5.2.0 Over quota
=== exim, unknown user, a scanner's line about viruses below => bounce lea@paid.example hard
From: Mail Delivery System <Mailer-Daemon@mx.vendor.example>
Subject: Mail delivery failed: returning message to sender
X-Failed-Recipients: lea@paid.example
Auto-Submitted: auto-replied

This message was created automatically by mail delivery software.

  lea@paid.example
    SMTP error from remote mail server after RCPT TO:<lea@paid.example>:
    550 Requested action not taken: mailbox unavailable


__________ Information from ESET NOD32 Antivirus, version 7 __________

Checked by the antivirus program.
=== postfix, a delay => delay lea@paid.example soft
From: MAILER-DAEMON@mx.vendor.example (Mail Delivery System)
Subject: Delayed Mail (still being retried)
Auto-Submitted: auto-replied
REPORT

YOU DO NOT NEED TO RESEND YOUR MESSAGE.

<lea@paid.example>: connect to mx.paid.example[192.0.2.7]:25: Connection timed out
--- message/delivery-status
Reporting-MTA: dns; mx.vendor.example

Final-Recipient: rfc822; lea@paid.example
Action: delayed
Status: 4.4.1
Will-Retry-Until: Sat, 7 Mar 2026 10:05:00 +0100
=== postfix, a full mailbox given up => bounce lea@paid.example soft
From: MAILER-DAEMON@mx.vendor.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
REPORT

<lea@paid.example>: host mx.paid.example said: 452 4.2.2 The mailbox is over its quota
--- message/delivery-status
Reporting-MTA: dns; mx.vendor.example

Final-Recipient: rfc822; lea@paid.example
Action: failed
Status: 4.2.2
Diagnostic-Code: smtp; 452 4.2.2 The mailbox is over its quota
=== postfix, no report but the returned mail => bounce lea@paid.example soft
From: MAILER-DAEMON@mx.vendor.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
REPORT

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients.

    --- Delivery report unavailable ---
--- message/delivery-status
Reporting-MTA: dns; mx.vendor.example
--- message/rfc822
From: help@vendor.example
To: Lea <lea@paid.example>
Subject: Your request

text
=== qmail => bounce lea@paid.example hard
From: MAILER-DAEMON@mx.vendor.example
Subject: failure notice

Hi. This is the qmail-send program at mx.vendor.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<lea@paid.example>:
192.0.2.7 does not like recipient.
Remote host said: 550 no mailbox here by that name
Giving up on 192.0.2.7.

--- Below this line is a copy of the message.

Return-Path: <help@vendor.example>
To: lea@paid.example
=== exim => bounce lea@paid.example hard
From: Mail Delivery System <Mailer-Daemon@mx.vendor.example>
Subject: Mail delivery failed: returning message to sender
Auto-Submitted: auto-replied
X-Failed-Recipients: lea@paid.example

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  lea@paid.example
    host mx.paid.example [192.0.2.7]
    SMTP error from remote mail server after RCPT TO:<lea@paid.example>:
    550 No such user here
=== exim, a delay => delay lea@paid.example soft
From: Mail Delivery System <Mailer-Daemon@mx.vendor.example>
Subject: Warning: message 1wABCD-0001 delayed 24 hours
Auto-Submitted: auto-replied

This message was created automatically by mail delivery software.
A message that you sent has not yet been delivered to one or more of its
recipients after more than 24 hours on the queue on mx.vendor.example.

The address to which the message has not yet been delivered is:

  lea@paid.example
    Delay reason: mailbox is full
=== sendmail => bounce lea@paid.example hard
From: Mail Delivery Subsystem <MAILER-DAEMON@mx.vendor.example>
Subject: Returned mail: see transcript for details
REPORT

The original message was received at Mon, 2 Mar 2026 10:05:00 +0100

   ----- The following addresses had permanent fatal errors -----
<lea@paid.example>
    (reason: 550 5.1.1 unknown or illegal alias: lea@paid.example)

   ----- Transcript of session follows -----
... while talking to mx.paid.example.:
>>> DATA
<<< 550 5.1.1 unknown or illegal alias: lea@paid.example
550 5.1.1 <lea@paid.example>... User unknown
--- message/delivery-status
Reporting-MTA: dns; mx.vendor.example

Final-Recipient: RFC822; lea@paid.example
Action: failed
Status: 5.1.1
=== courier => bounce lea@paid.example hard
From: "Courier mail server at mx.vendor.example" <@mx.vendor.example>
Subject: NOTICE: mail delivery status.
Return-Path: <>
REPORT

This is a delivery status notification from mx.vendor.example.
UNDELIVERABLE MAIL
Your message to the following recipients cannot be delivered:
<lea@paid.example>:
    mx.paid.example [192.0.2.7]:
<<< 550 5.1.1 User unknown.
--- message/delivery-status
Reporting-MTA: dns; mx.vendor.example

Final-Recipient: rfc822; lea@paid.example
Action: failed
Status: 5.0.0
Diagnostic-Code: smtp; 550 5.1.1 User unknown.
=== office 365, the address does not exist => bounce lea@paid.example hard
From: <postmaster@paid.example>
Subject: Undeliverable: Your request
Auto-Submitted: auto-replied
X-MS-Exchange-Message-Is-Ndr:
REPORT

Your message to lea@paid.example couldn't be delivered.
lea wasn't found at paid.example.
--- message/delivery-status
Reporting-MTA: dns;AM0PR01MB0001.eurprd01.prod.outlook.example

Final-Recipient: rfc822;lea@paid.example
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient lea@paid.example not found by SMTP address lookup
=== office 365 in German, refused by a rule => bounce lea@paid.example soft
From: "Microsoft Outlook" <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@paid.example>
Subject: Unzustellbar: Ihre Anfrage
Auto-Submitted: auto-replied
REPORT

Ihre Nachricht an lea@paid.example konnte nicht zugestellt werden.
--- message/delivery-status
Reporting-MTA: dns;AM0PR01MB0002.eurprd01.prod.outlook.example

Final-Recipient: rfc822;lea@paid.example
Action: failed
Status: 5.7.1
Diagnostic-Code: smtp;550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy
=== exchange of one's own, French, without a report's parts => bounce lea@paid.example hard
From: "Administrateur système" <postmaster@paid.example>
Subject: Non remis : Votre demande
Return-Path: <>

Échec de la remise pour ces destinataires ou groupes :

lea@paid.example
L'adresse de messagerie que vous avez entrée est introuvable : utilisateur inconnu.

#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##
=== exchange of one's own, Italian => bounce lea@paid.example hard
From: postmaster@paid.example
Subject: Non recapitabile: La sua richiesta
Auto-Submitted: auto-replied

Recapito non riuscito per i seguenti destinatari o gruppi:

lea@paid.example
L'indirizzo non è stato trovato nel dominio del destinatario.

550 5.1.1 User unknown
=== exchange 2003, English => bounce lea@paid.example hard
From: postmaster@paid.example
Subject: Delivery Status Notification (Failure)
REPORT

This is an automatically generated Delivery Status Notification.

Delivery to the following recipients failed.

       lea@paid.example
--- message/delivery-status
Reporting-MTA: dns;paid.example

Final-Recipient: rfc822;lea@paid.example
Action: failed
Status: 5.1.1
=== exchange 5.5, plain => bounce lea@paid.example hard
From: System Administrator <postmaster@paid.example>
Subject: Undeliverable: Your request

Your message

  To:      lea@paid.example
  Subject: Your request
  Sent:    Mon, 2 Mar 2026 10:05:00 +0100

did not reach the following recipient(s):

lea@paid.example on Mon, 2 Mar 2026 10:05:10 +0100
    The recipient name is not recognized
        MSEXCH:IMS:PAID:SITE:MX 0 (000C05A6) Unknown Recipient
=== gmail, address not found => bounce lea@paid.example hard
From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>
Subject: Delivery Status Notification (Failure)
Auto-Submitted: auto-replied
X-Failed-Recipients: lea@paid.example
REPORT

** Address not found **

Your message wasn't delivered to lea@paid.example because the address couldn't be found, or is unable to receive mail.
--- message/delivery-status
Reporting-MTA: dns; googlemail.example

Final-Recipient: rfc822; lea@paid.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.
=== gmail, in French, a message blocked => bounce lea@paid.example soft
From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>
Subject: Delivery Status Notification (Failure)
X-Failed-Recipients: lea@paid.example
Auto-Submitted: auto-replied

** Message bloqué **

Votre message envoyé à lea@paid.example a été bloqué.

La réponse a été :
550 5.7.1 Message rejected as spam by content filter
=== gmail, a delay => delay lea@paid.example soft
From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>
Subject: Delivery Status Notification (Delay)
Auto-Submitted: auto-replied
REPORT

** Delivery incomplete **

There was a temporary problem delivering your message to lea@paid.example. We will retry for 45 more hours.
--- message/delivery-status
Reporting-MTA: dns; googlemail.example

Final-Recipient: rfc822; lea@paid.example
Action: delayed
Status: 4.4.2
=== yahoo => bounce lea@paid.example hard
From: MAILER-DAEMON@yahoo.example
Subject: Failure Notice

Sorry, we were unable to deliver your message to the following address.

<lea@paid.example>:
554: delivery error: dd Requested mail action aborted: mailbox unavailable; this user doesn't have a paid.example account (lea@paid.example) [0]

--- Below this line is a copy of the message.
=== lotus domino => bounce lea@paid.example hard
From: Mail Router <postmaster@paid.example>
Subject: DELIVERY FAILURE: User lea (lea@paid.example) not listed in Domino Directory
REPORT

Your message

  Subject: Your request

was not delivered to:

  lea@paid.example

because:

  User lea (lea@paid.example) not listed in Domino Directory
--- message/delivery-status
Reporting-MTA: dns;mx.paid.example

Final-Recipient: rfc822;lea@paid.example
Action: failed
Status: 5.1.1
Diagnostic-Code: X-Notes; User lea (lea@paid.example) not listed in Domino Directory
=== lotus domino, German => bounce lea@paid.example hard
From: postmaster@paid.example
Subject: ZUSTELLUNGSFEHLER: Benutzer lea nicht im Domino-Verzeichnis
Return-Path: <>

Ihre Nachricht

  Betreff: Ihre Anfrage

wurde nicht zugestellt an:

  lea@paid.example

da:

  Empfänger unbekannt
=== barracuda => bounce lea@paid.example soft
From: MAILER-DAEMON@mail.paid.example (Mail Delivery System)
Subject: **Message you sent blocked by our bulk email filter**
REPORT

Your message to: lea@paid.example
was blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:

Subject: Your request
--- message/delivery-status
Reporting-MTA: dns; mail.paid.example

Final-Recipient: rfc822; lea@paid.example
Action: failed
Status: 5.7.1
Diagnostic-Code: smtp; 550 5.7.1 Message content rejected, blocked by spam filter
=== mimecast => bounce lea@paid.example soft
From: <postmaster@mimecast.example>
Subject: [Postmaster] Email Delivery Failure
X-Auto-Response-Suppress: All
REPORT

This is a delivery failure notification message indicating that
an email you addressed to email address :
-- lea@paid.example

could not be delivered. The problem appears to be :
-- Recipient email server rejected the message

Additional information follows :
-- 554 Email rejected due to security policies
--- message/delivery-status
Reporting-MTA: dns; mimecast.example

Final-Recipient: rfc822; lea@paid.example
Action: failed
Status: 5.7.1
=== proofpoint, unknown user, from noreply => bounce lea@paid.example hard
From: noreply@mx-out.example
Subject: Undeliverable mail
Return-Path: <>

Your message could not be delivered to the following recipient:

lea@paid.example: 550 5.1.1 User unknown
=== amazon ses => bounce lea@paid.example hard
From: MAILER-DAEMON@amazonses.example
Subject: Delivery Status Notification (Failure)
REPORT

An error occurred while trying to deliver the mail to the following recipients:
lea@paid.example
--- message/delivery-status
Reporting-MTA: dns; a1.smtp-out.amazonses.example

Action: failed
Final-Recipient: rfc822; lea@paid.example
Diagnostic-Code: smtp; 550 5.1.1 user does not exist
Status: 5.1.1
=== icloud => bounce lea@paid.example hard
From: MAILER-DAEMON@icloud.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied

This is the mail system at host icloud.example.

<lea@paid.example>: 550 5.1.1 unknown user
=== gmx => bounce lea@paid.example hard
From: GMX Mailer Daemon <mailer-daemon@gmx.example>
Subject: Mail delivery failed: returning message to sender
Auto-Submitted: auto-replied

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of
its recipients. This is a permanent error. The following address failed:

"lea@paid.example":
SMTP error from remote server for RCPT TO command, host: mx.paid.example (192.0.2.7) reason: 550 5.1.1 Requested action not taken: mailbox unavailable
=== t-online, German => bounce lea@paid.example hard
From: Mail Delivery System <Mailer-Daemon@t-online.example>
Subject: Zustellung fehlgeschlagen
Return-Path: <>

Die folgende Nachricht konnte nicht zugestellt werden. Empfänger unbekannt:

lea@paid.example

550-5.1.1 unknown user
=== orange, French => bounce lea@paid.example hard
From: MAILER-DAEMON@smtp.orange.example
Subject: Avis de non-remise
Auto-Submitted: auto-replied

Bonjour, votre message n'a pas pu être remis au destinataire suivant :

<lea@paid.example> : 550 5.1.1 Adresse d au moins un destinataire invalide. Utilisateur inconnu
=== free, French, over quota => bounce lea@paid.example soft
From: MAILER-DAEMON@free.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender

<lea@paid.example>: la boîte aux lettres est pleine (552 5.2.2 mailbox full)
=== libero, Italian => bounce lea@paid.example hard
From: Mail Delivery Subsystem <MAILER-DAEMON@libero.example>
Subject: Impossibile recapitare il messaggio
Return-Path: <>

Il tuo messaggio non può essere recapitato al seguente indirizzo:

lea@paid.example
Motivo: utente sconosciuto (550 5.1.1)
=== aruba, Italian, certified mail => bounce lea@paid.example soft
From: posta-certificata@pec.example
Subject: AVVISO DI MANCATA CONSEGNA: La sua richiesta
X-Ricevuta: errore-consegna
Return-Path: <>

Avviso di mancata consegna

Nel messaggio diretto a "lea@paid.example" è stato rilevato un errore: casella piena.
=== a romanian provider => bounce lea@paid.example hard
From: Mail Delivery System <MAILER-DAEMON@mx.furnizor.example>
Subject: Mesaj nelivrat: Cererea dvs.
Auto-Submitted: auto-replied

Mesajul dumneavoastră nu a putut fi livrat la adresa:

lea@paid.example
550 5.1.1 utilizator inexistent
=== a spanish provider => bounce lea@paid.example hard
From: MAILER-DAEMON@mx.proveedor.example
Subject: No se pudo entregar su mensaje
Return-Path: <>

Su mensaje no se ha podido entregar a lea@paid.example: usuario desconocido (550 5.1.1)
=== a portuguese provider => bounce lea@paid.example hard
From: postmaster@mx.fornecedor.example
Subject: Não foi possível entregar a mensagem
Auto-Submitted: auto-replied

A sua mensagem não foi entregue a lea@paid.example. 550 5.1.1 destinatário não existe
=== a polish provider => bounce lea@paid.example hard
From: MAILER-DAEMON@mx.dostawca.example
Subject: Nie dostarczono wiadomości
Auto-Submitted: auto-replied

Twoja wiadomość nie została dostarczona do lea@paid.example: 550 5.1.1 nieznany użytkownik
=== a dutch provider => bounce lea@paid.example hard
From: postmaster@mx.aanbieder.example
Subject: Onbestelbaar: Uw aanvraag
Auto-Submitted: auto-replied

Uw bericht kon niet worden bezorgd bij lea@paid.example. 550 5.1.1 gebruiker onbekend
=== a domain that is not there => bounce lea@gone.example hard
From: MAILER-DAEMON@mx.vendor.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
REPORT

<lea@gone.example>: Host or domain name not found. Name service error for name=gone.example type=AAAA: Host not found
--- message/delivery-status
Reporting-MTA: dns; mx.vendor.example

Final-Recipient: rfc822; lea@gone.example
Action: failed
Status: 5.4.4
Diagnostic-Code: X-Postfix; Host or domain name not found. Name service error
=== a domain with a null mx => bounce lea@gone.example hard
From: MAILER-DAEMON@mx.vendor.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender

<lea@gone.example>: Domain gone.example does not accept mail (nullMX), 556 5.1.10
=== refused for the sender's reputation => bounce lea@paid.example soft
From: MAILER-DAEMON@mx.vendor.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender

<lea@paid.example>: host mx.paid.example said: 554 5.7.1 Service unavailable; client host [192.0.2.9] blocked using a blocklist
=== too large => bounce lea@paid.example soft
From: MAILER-DAEMON@mx.vendor.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender

<lea@paid.example>: message size 32000000 exceeds size limit 26214400 of server mx.paid.example (552 5.3.4)
=== no longer employed, an automatic word of a server => bounce lea@paid.example hard
From: postmaster@paid.example
Subject: Undeliverable: Your request
Return-Path: <>

lea@paid.example is no longer with us. The address is not in use. 550 5.1.6
=== a report of success => receipt
From: MAILER-DAEMON@mx.vendor.example (Mail Delivery System)
Subject: Successful Mail Delivery Report
Auto-Submitted: auto-replied
REPORT

Your message was successfully delivered.
--- message/delivery-status
Reporting-MTA: dns; mx.vendor.example

Final-Recipient: rfc822; lea@paid.example
Action: delivered
Status: 2.0.0
=== expired, plain text alone and an ordinary envelope => bounce lea@paid.example soft
From: Mail Administrator <postmaster@relay.example>
Subject: Mail System Error - Returned Mail

This Message was undeliverable due to the following reason:

Each of the following recipients was rejected by a remote mail server,
or the connection timed out for more than 3 days:

    <lea@paid.example>: could not connect, giving up
=== a simple server with an envelope that is empty and no known words in the subject => bounce lea@paid.example hard
From: Mail server <daemon@relay.example>
Subject: Mail status
Return-Path: <>

Your message could not be delivered: 550 5.1.1 <lea@paid.example> User unknown
=== a filter that says what it did in the subject => bounce lea@paid.example soft
From: Mail Gate <postmaster@gate.example>
Subject: Message you sent was blocked

Your message to: lea@paid.example
was blocked by the filter.
=== an error of delivery, Spanish => bounce lea@paid.example hard
From: Correo <postmaster@correo.example>
Subject: Error de entrega

El mensaje para <lea@paid.example> ha sido devuelto:

550 5.1.1 usuario desconocido
=== an error of delivery, Romanian => bounce lea@paid.example hard
From: Posta <mailer-daemon@posta.example>
Subject: Eroare la livrare

lea@paid.example: 550 5.1.1 utilizator necunoscut
=== fields of the returned mail among the words name nobody that failed => bounce lea@paid.example soft
From: Mail Delivery System <mailer-daemon@relay.example>
Subject: Undeliverable mail

This concerns your mail:

  Message-ID: <answer-7@vendor.example>
  From: Help <desk@vendor.example>
  Reply-To: team@vendor.example

Recipient: lea@paid.example
552 5.2.2 over quota
`;
