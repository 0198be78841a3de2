// Absences and other automatic answers, in the languages of customers. "=== name => kind" opens each.
export const AUTOMATIC = String.raw`
=== exchange, English => away
From: Lea <lea@paid.example>
Subject: Automatic reply: Your request
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: All

I am away until 9 March.
=== exchange, English, its headers lost on the way => away
From: Lea <lea@paid.example>
Subject: Automatic reply: Your request

I am away until 9 March.
=== exchange, French => away
From: Lea <lea@paid.example>
Subject: Réponse automatique : Votre demande

Je suis absente jusqu'au 9 mars.
=== exchange, Italian => away
From: Lea <lea@paid.example>
Subject: Risposta automatica: La sua richiesta

Sono fuori ufficio fino al 9 marzo.
=== exchange, German => away
From: Lea <lea@paid.example>
Subject: Automatische Antwort: Ihre Anfrage

Ich bin bis 9. März nicht im Haus.
=== exchange, Romanian => away
From: Lea <lea@paid.example>
Subject: Răspuns automat: Cererea dvs.

Sunt plecată până pe 9 martie.
=== exchange, Spanish => away
From: Lea <lea@paid.example>
Subject: Respuesta automática: Su solicitud

Estaré fuera hasta el 9 de marzo.
=== exchange, Portuguese => away
From: Lea <lea@paid.example>
Subject: Resposta automática: O seu pedido

Estou ausente até 9 de março.
=== exchange, Dutch => away
From: Lea <lea@paid.example>
Subject: Automatisch antwoord: Uw aanvraag

Ik ben er niet tot 9 maart.
=== exchange, Polish => away
From: Lea <lea@paid.example>
Subject: Odpowiedź automatyczna: Pani zgłoszenie

Jestem nieobecna do 9 marca.
=== out of office as a subject alone => away
From: Lea <lea@paid.example>
Subject: Out of Office

Back on Monday.
=== out of office in front of a subject => away
From: Lea <lea@paid.example>
Subject: Out of Office: Re: Your request

Back on Monday.
=== lotus notes, English => away
From: Lea <lea@paid.example>
Subject: Lea is out of the office (returning 09/03/2026)

I am out of the office from 02/03/2026 until 09/03/2026.
=== lotus notes, German => away
From: Lea <lea@paid.example>
Subject: Lea ist außer Haus (Rückkehr am 09.03.2026)
Auto-Submitted: auto-replied

Ich bin ab 02.03.2026 nicht im Büro.
=== an old vacation program => away
From: Lea <lea@paid.example>
Subject: away from my mail
Precedence: junk
X-Autorespond: Your request

I will read your mail when I am back.
=== gmail's vacation responder => away
From: Lea <lea@paid.example>
Subject: On holiday Re: Your request
Auto-Submitted: auto-replied
Precedence: bulk
X-Autoreply: yes

On holiday until 9 March.
=== German absence as a subject alone => away
From: Lea <lea@paid.example>
Subject: Abwesenheitsnotiz: Ihre Anfrage

Ich bin im Urlaub.
=== French absence => away
From: Lea <lea@paid.example>
Subject: Absence du bureau : Votre demande

De retour lundi.
=== Italian absence => away
From: Lea <lea@paid.example>
Subject: Fuori sede: La sua richiesta

Torno lunedì.
=== Romanian absence => away
From: Lea <lea@paid.example>
Subject: Absent din birou: Cererea dvs.

Revin luni.
=== lotus notes in front of an absence, with the day of return => away
From: Lea <lea@paid.example>
Subject: AUTO: Lea Weber is out of the office (returning 09/03/2026)

I am back on 9 March.
=== lotus notes, French, either gender => away
From: Lea <lea@paid.example>
Subject: AUTO: Lea Weber est absent(e) (retour 09/03/2026)

Je suis absente jusqu'au 9 mars.
=== an answer that says in brackets what it is => away
From: Lea <lea@paid.example>
Subject: [Auto-Reply] Your request

We have moved. The new address is in our letters.
=== an absence in two languages => away
From: Lea <lea@paid.example>
Subject: Abwesenheitsnotiz / Out of office

Ich bin ab 9. März wieder da. Back on 9 March.
=== an automatic answer without the letters of its language, Polish => away
From: Lea <lea@paid.example>
Subject: Odpowiedz automatyczna: Pani zgloszenie

Wracam 9 marca.
=== an automatic answer without the letters of its language, French => away
From: Lea <lea@paid.example>
Subject: Reponse automatique : Votre demande

Je reviens le 9 mars.
=== a reply of absence in front of a subject, with strokes => away
From: Lea <lea@paid.example>
Subject: Out-of-Office Reply: Your request

Back on 9 March.
=== an automatic answer by another word, Dutch => away
From: Lea <lea@paid.example>
Subject: Automatische reactie: Uw aanvraag

Ik ben er weer op 9 maart.
=== an absence in front of a subject, Dutch => away
From: Lea <lea@paid.example>
Subject: Afwezigheidsbericht: Uw aanvraag

Ik ben er weer op 9 maart.
=== an absence in front of a subject, Polish => away
From: Lea <lea@paid.example>
Subject: Nieobecność w biurze: Pani zgłoszenie

Wracam 9 marca.
=== an absence in front of a subject, Romanian => away
From: Lea <lea@paid.example>
Subject: Notificare absență: Cererea dvs.

Revin pe 9 martie.
=== an absence in front of a subject, Portuguese => away
From: Lea <lea@paid.example>
Subject: Ausência temporária: O seu pedido

Volto a 9 de março.
=== another desk's receipt, marked => reply
From: Support <support@other.example>
Subject: [Ticket 77] We have received your request
Auto-Submitted: auto-generated

We will answer soon.
=== a read receipt => receipt
From: Lea <lea@paid.example>
Subject: Read: Your request
RECEIPT

Your message was read.
--- message/disposition-notification
Final-Recipient: rfc822;lea@paid.example
Original-Message-ID: <a1@vendor.example>
Disposition: manual-action/MDN-sent-manually; displayed
=== a receipt of reading that gmail words, French => receipt
From: Lea <lea@paid.example>
Subject: Lu : Votre demande
RECEIPT

Votre message a été lu.
--- message/disposition-notification
Final-Recipient: rfc822;lea@paid.example
Disposition: manual-action/MDN-sent-manually; displayed
=== an abuse report => complaint
From: feedback@provider.example
Subject: complaint about message from 192.0.2.9
FEEDBACK

This is an email abuse report.
--- message/feedback-report
Feedback-Type: abuse
User-Agent: Provider/1.0
Version: 1
=== a list's mail => list
From: news@list.example
Subject: News of March
List-Id: News <news.list.example>
List-Unsubscribe: <mailto:off@list.example>

News.
=== no header, the usual subject, and its own word at the end, German => away
From: Lea <lea@paid.example>
Subject: Re: Ihr Angebot
In-Reply-To: <own.1@vendor.example>

Guten Tag, ich bin zurzeit nicht im Büro und lese meine Post erst am 9. März.

Diese Nachricht wurde automatisch versandt.
=== no header, the usual subject, and its own word at the end, Italian => away
From: Lea <lea@paid.example>
Subject: Re: Il preventivo
In-Reply-To: <own.1@vendor.example>

Sono in ferie fino al 9 marzo. Questa è una e-mail automatica.
=== a mailbox whose owner has left, by its own word => away
From: Office <lea@paid.example>
Subject: Change of staff

Lea Payé is no longer with us. Write to front@paid.example from now on. This e-mail was sent automatically.

This is an automated reply.
=== another desk's confirmation, number and what comes next => reply
From: Service <service@paid.example>
Subject: Re: Your offer
In-Reply-To: <own.1@vendor.example>

Your request (#77310) was received. Somebody of our staff will answer within two working days.
=== another desk's confirmation, German, with a number => reply
From: Service <service@paid.example>
Subject: Eingang bestätigt

Sehr geehrte Damen und Herren,

Ihre Meldung wurde mit der Nummer 20260302114 erfasst. Wir antworten so bald wie möglich.
=== another desk's confirmation, French, automatic by its own word => reply
From: Service <service@paid.example>
Subject: Bien reçu

Bonjour,

Votre message a bien été reçu. Ceci est une réponse automatique.
=== another desk's confirmation, Spanish, after a greeting with a colon => reply
From: Service <service@paid.example>
Subject: Su mensaje

Estimada clienta:

Hemos recibido su mensaje. Esta es una respuesta automática.
=== another desk's confirmation from where nobody reads => reply
From: noreply@paid.example
Subject: Thank you

We have received your message and pass it on to those who know.
=== a gate that keeps mail of strangers back => reply
From: Lea <lea@paid.example>
Subject: One more step

Your mail to lea@paid.example is being held back until you confirm it. Open https://gate.example/a1 and verify that you are a person.
=== a receipt whose own part was lost => receipt
From: Lea <lea@paid.example>
Subject: Gelesen: Ihr Angebot

Ihre Nachricht

   An: Lea
   Betreff: Ihr Angebot
   Gesendet: Montag, 2. März 2026 10:00

wurde am Montag, 2. März 2026 10:20 gelesen.
=== an answer to an invitation with the calendar's own words => calendar
From: Lea <lea@paid.example>
Subject: Declined: Call

Lea has declined this invitation.
--- text/calendar; method=REPLY
BEGIN:VCALENDAR
METHOD:REPLY
END:VCALENDAR
=== another desk's notice that asks answers to come to its own gateway => reply
From: Service <service@paid.example>
Reply-To: Service <support+88@gateway.example>
Auto-Submitted: auto-generated
Subject: We look into it

More tomorrow.
=== a fax that the machine itself sent out => reply
From: Fax <fax@dental.example>
Auto-Submitted: auto-generated
Subject: Fax transmission report

Three pages, all well.
`;
