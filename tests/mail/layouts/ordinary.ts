// Mails that people wrote and that look like a machine's: none may be taken for one. "=== name" opens each.
export const ORDINARY = String.raw`
=== a question about bounces
From: Ana <ana@dental.example>
Subject: Our mails come back as undeliverable

Hello, since Monday mails to our lab come back with "550 5.1.1 user unknown". Can you help?
=== a returned mail pasted in
From: Ana <ana@dental.example>
Subject: Undelivered Mail Returned to Sender - what is that?

I got this today. What should I do?

This is the mail system at host mx.elsewhere.example.
I'm sorry to have to inform you that your message could not be delivered.
<lab@lab.example>: 550 5.1.1 user unknown
=== a returned mail forwarded for help
From: Ana <ana@dental.example>
Subject: Fwd: Undelivered Mail Returned to Sender

Please look at this.

---------- Forwarded message ---------
From: Mail Delivery System <MAILER-DAEMON@mx.elsewhere.example>
Subject: Undelivered Mail Returned to Sender

<lab@lab.example>: 550 5.1.1 user unknown
=== forwarded in Italian
From: Ana <ana@dental.example>
Subject: I: Impossibile recapitare il messaggio

Che cosa significa?

Da: Mail Delivery System
Oggetto: Impossibile recapitare il messaggio

Il tuo messaggio non può essere recapitato: utente sconosciuto
=== forwarded in German, with the report as a file
From: Ana <ana@dental.example>
Subject: WG: Unzustellbar: Rezept

Was heißt das?
--- message/rfc822
From: postmaster@lab.example
Subject: Unzustellbar: Rezept

Ihre Nachricht an lab@lab.example konnte nicht zugestellt werden.
=== an answer to a bounce's subject
From: Ana <ana@dental.example>
Subject: Re: Undeliverable: Your licence
In-Reply-To: <x1@vendor.example>

My address changed, please write to ana2@dental.example. The old one answers 550 5.1.1.
=== out of office in the subject of a person
From: Ana <ana@dental.example>
Subject: Out of office hours: who answers on Sundays?

Is there somebody on Sundays?
=== a setting for absences
From: Ana <ana@dental.example>
Subject: Out of office replies are not sent by your program

I switched it on and nothing goes.
=== an absence that a person announces, French
From: Ana <ana@dental.example>
Subject: Absence de réponse depuis lundi

Personne ne m'a répondu.
=== an absence as a topic, Italian
From: Ana <ana@dental.example>
Subject: Assenza del paziente: come la registro?

Il paziente non è venuto.
=== an absence as a topic, German
From: Ana <ana@dental.example>
Subject: Abwesenheiten der Mitarbeiter eintragen

Wie trage ich Urlaub ein?
=== an absence as a topic, Spanish
From: Ana <ana@dental.example>
Subject: Ausencia de datos en el informe

Falta una columna.
=== a failure notice of a device
From: Ana <ana@dental.example>
Subject: Failure notice on the screen of the scanner

It says E17.
=== delivery of a parcel
From: Ana <ana@dental.example>
Subject: Delivery failed: the dongle did not arrive

The courier says that the address is unknown. Which address did you give?
=== delivery report of a lab
From: Ana <ana@dental.example>
Subject: Delivery report missing for order 77

We did not get the delivery report of 2 March.
=== returned goods
From: Ana <ana@dental.example>
Subject: Returned to sender: your invoice 77

The post brought back what we sent you.
=== a full mailbox as a problem
From: Ana <ana@dental.example>
Subject: Mailbox full

The program says "mailbox full, 552 5.2.2". How do I clean up?
=== a postmaster who is a person
From: Postmaster of Dental <postmaster@dental.example>
Subject: Your SPF record
In-Reply-To: <x2@vendor.example>

Hello, I look after our mail. Could you tell me which servers send yours?
=== a person whose name is that of a system
From: Mail Administrator Ana Pop <ana@dental.example>
Subject: Port 587

Which port does your server want?
=== an administrator who asks
From: "Administrator" <admin@dental.example>
Subject: Installation of release 4.2

Where do I find the new release?
=== a form that writes for its visitor
From: Website <noreply@dental.example>
Reply-To: Ana <ana@dental.example>
Subject: Contact form

Name: Ana. Question: how do I move my licence?
=== a form with codes in the text
From: Website <no-reply@dental.example>
Reply-To: Ana <ana@dental.example>
Subject: Contact form: error 550 while sending

The program says 550 5.7.1 when it sends to my patients.
=== a subject of a delay
From: Ana <ana@dental.example>
Subject: Delayed: our answer to your question

Sorry for the delay; here is the file.
=== a delayed report
From: Ana <ana@dental.example>
Subject: Warning: message on the screen at each start

It reads "licence expires soon".
=== a receipt that a person writes of
From: Ana <ana@dental.example>
Subject: Read: error when I open the list

I mean the read error.
=== vacation as a topic
From: Ana <ana@dental.example>
Subject: Vacation planning in the calendar

Can it show two weeks?
=== on holiday as a fact
From: Ana <ana@dental.example>
Subject: On holiday we cannot reach the server

We are away and want to work from there.
=== automatic answers as a topic
From: Ana <ana@dental.example>
Subject: Automatic replies to patients

How do I word them?
=== automatic answers as a topic, French
From: Ana <ana@dental.example>
Subject: Réponses automatiques aux patients

Comment les rédiger ?
=== a spam question
From: Ana <ana@dental.example>
Subject: Spam report of last week

Where is the report?
=== a complaint of a person
From: Ana <ana@dental.example>
Subject: Complaint about message 77

The tone of your message was not right.
=== asked to suppress receipts by outlook
From: Ana <ana@dental.example>
Subject: Licence
X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply
X-MS-Has-Attach:
X-Mailer: Microsoft Outlook 16.0
In-Reply-To: <x3@vendor.example>

It is 4.2.
=== sent with low priority
From: Ana <ana@dental.example>
Subject: Licence
X-Priority: 5
Precedence: normal

It is 4.2.
=== says that it is not automatic
From: Ana <ana@dental.example>
Subject: Licence
Auto-Submitted: no

It is 4.2.
=== an address that begins like a bouncer's
From: Bounce House Rental <bouncehouse@rental.example>
Subject: Our licence

We need one more seat.
=== a person called Mailer
From: Jo Mailer <jo.mailer@dental.example>
Subject: Licence

We need one more seat.
=== a quotation of a transcript by a technician
From: Technician <tech@dental.example>
Subject: SMTP log of your module

Here is the log: 250 ok, 550 5.1.1 <x@y.example> User unknown, 221 bye. Your module says nothing of it.
=== a subject in capitals with failure
From: Ana <ana@dental.example>
Subject: SYSTEM ERROR - MAIL MODULE

The mail module stops with "permanent fatal error".
=== an invitation of a person
From: Ana <ana@dental.example>
Subject: Invitation: call on Tuesday

Shall we speak on Tuesday?
=== a question why no mail comes, Romanian
From: Ana <ana@dental.example>
Subject: Mesaj nelivrat către laborator

Primesc mereu „utilizator inexistent”. Ce fac?
=== a question why no mail comes, Polish
From: Ana <ana@dental.example>
Subject: Nie dostarczono faktury

Faktura 77 nie przyszła pocztą.
=== a question about an unreachable customer, Dutch
From: Ana <ana@dental.example>
Subject: Niet afgeleverd pakket

Het pakket is niet gekomen.
=== a colleague's absence that somebody writes about
From: Ana <ana@dental.example>
Subject: Dr Weber is out of the office: who may order?

May I order for him?
=== a customer who answers to an absence in brackets
From: Ana <ana@dental.example>
Subject: Re: [Auto-Reply] Licence of seat 4

I waited until you were back: here is the number.
=== an absence as half of a topic
From: Ana <ana@dental.example>
Subject: Out of office/evening support: what does it cost?

We open until nine.
=== an absence as a topic, with a stroke
From: Ana <ana@dental.example>
Subject: Out-of-office reply is sent twice

Each customer gets two of them.
=== a system of a customer's that reports, French
From: Ana <ana@dental.example>
Subject: Message automatique : la sauvegarde a échoué

La sauvegarde de cette nuit a échoué.
=== a form of absence, Dutch
From: Ana <ana@dental.example>
Subject: Afwezigheidsbericht maken lukt niet

Het formulier blijft leeg.
=== something automatic as a topic, its subject begun with the same word
From: Ana <ana@dental.example>
Subject: AUTO: the import does not start

It should run each night.
=== a postmaster who writes first
From: Ana <postmaster@dental.example>
Subject: Connections of your servers

Hello, I look after the mail of our practice. Your server connects without TLS.
=== an administrator's own sentence above a server's words
From: Mail Administrator <ana@dental.example>
Subject: Your mails to us

Hello, this is what we see here:

Your message could not be delivered. 550 5.1.1 user unknown
=== a program that wants no automatic answers and writes for a person
From: Ana <ana@dental.example>
Subject: Licence of seat 4
X-Auto-Response-Suppress: All

It does not start any more.
=== an answer to an absence
From: Ana <ana@dental.example>
Subject: Re: Automatic reply: Invoices
In-Reply-To: <own.1@vendor.example>

Then Tim has to do it. We need the invoices today.
=== an answer to an absence, the absence quoted below
From: Ana <ana@dental.example>
Subject: RE: Out of Office: Invoices
In-Reply-To: <own.1@vendor.example>

Nobody picks up there. Who else can look?

-----Original Message-----
From: Help <help@vendor.example>
Subject: Out of Office: Invoices

I am out of the office until 9 March.
=== a question of an automatic answer, whose subject is that alone
From: Ana <ana@dental.example>
Subject: Risposta automatica

Dove si spegne la risposta automatica quando lo studio riapre?
=== automatic answers as the thing that is wrong, without a question
From: Ana <ana@dental.example>
Subject: Automatic reply

The automatic reply shows last year's opening hours. Please mend it.
=== a plan to be away, beside what is wanted
From: Ana <ana@dental.example>
Subject: Re: Your visit
In-Reply-To: <own.1@vendor.example>

I am away from Thursday on, so come on Wednesday. The key is next door.
=== a colleague who left, and what follows from it
From: Ana <ana@dental.example>
Subject: Seats

Lea Payé is no longer with us. Take her seat away and block her password.
=== another desk's confirmation that somebody copied in
From: Ana <ana@dental.example>
Subject: No news

Here is what your colleagues sent me:

Your request (#77310) was received. Somebody will answer within two working days. This is an automated message.

That was in January.
=== words of one's own after "we have received your message"
From: Ana <ana@dental.example>
Subject: Re: Update
In-Reply-To: <own.1@vendor.example>

We have received your message. The fault is still there, and request 77310 stays open for us.
=== the line of a mail gate below a person's words
From: Ana <ana@dental.example>
Subject: Labels

The labels come out blank.

This message was automatically checked for viruses.
=== somebody who speaks of a filter, with a link
From: Ana <ana@dental.example>
Subject: Spam

We protect our mailboxes from spam with your filter. It holds back all mail of our bank: https://dental.example/a.png
=== a question of reading, as a receipt begins
From: Ana <ana@dental.example>
Subject: Read: who sees it

Your message
of Monday was read by a trainee. Nobody but me should see it.
=== a sentence of one's own beside the answer to an invitation
From: Ana <ana@dental.example>
Subject: Declined: Call

Monday is a holiday with us. Call on Tuesday, and tell me why the import stops.
--- text/calendar; method=REPLY
BEGIN:VCALENDAR
METHOD:REPLY
END:VCALENDAR
=== what a visitor wrote into a form that calls itself automatic
From: Website <web@dental.example>
Reply-To: Otto <otto@visitor.example>
Auto-Submitted: auto-generated
Subject: From the contact page

Our licence has run out.
=== a voice message that the telephones pass on
From: Telephones <noreply@dental.example>
Auto-Submitted: auto-generated
Subject: Message vocal du 01 99 00 12 34

Durée : 0:31
`;
