// Mails in HTML as mail programs lay them out, and what is new in each as text. Written by hand from their structure; sentences of our own.

const ask = "Which version is it?";
export interface Layout {
  readonly name: string;
  readonly html: string;
  readonly wanted: string;
  readonly subject?: string;
}

export const HTML: readonly Layout[] = [
  {
    name: "gmail, French, a signature above the quote",
    html: `<div dir="ltr">Bonjour,<div><br></div><div>c’est la 4.2.</div><br clear="all"><div><br></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature"><div dir="ltr">Ana Pop<br>Cabinet dentaire</div></div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Le lun. 2 mars 2026 à 10:05, Assistance &lt;<a href="mailto:help@vendor.example">help@vendor.example</a>&gt; a écrit :<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${ask}</blockquote></div>`,
    wanted: "Bonjour,\n\nc’est la 4.2.",
  },
  {
    name: "gmail on a telephone, German",
    html: `<p dir="ltr">Version 4.2.</p>\n<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Hilfe &lt;<a href="mailto:help@vendor.example">help@vendor.example</a>&gt; schrieb am Mo., 2. März 2026, 10:05:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">${ask}</blockquote></div>`,
    wanted: "Version 4.2.",
  },
  {
    name: "gmail, Romanian, answers between the lines",
    html: `<div dir="ltr"><div dir="ltr"><br></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">În lun., 2 mar. 2026 la 10:05, Suport &lt;<a href="mailto:help@vendor.example">help@vendor.example</a>&gt; a scris:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">Ce versiune?<br></blockquote><div>4.2</div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">Pe câte posturi?<br></blockquote><div>Patru.</div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">Cu stimă</blockquote></div></div>`,
    wanted: "În lun., 2 mar. 2026 la 10:05, Suport <help@vendor.example> a scris:\n\n> Ce versiune?\n\n4.2\n\n> Pe câte posturi?\n\nPatru.",
  },
  {
    name: "gmail: a forwarded mail stays",
    subject: "Fwd: Invoice",
    html: `<div dir="ltr">Please see below.<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <strong>Dealer</strong> <span dir="auto">&lt;<a href="mailto:sales@dealer.example">sales@dealer.example</a>&gt;</span><br>Date: Mon, Mar 2, 2026 at 10:05 AM<br>Subject: Invoice<br>To: Ana &lt;<a href="mailto:ana@dental.example">ana@dental.example</a>&gt;<br></div><br><br><div dir="ltr">It is attached.</div></div></div>`,
    wanted:
      "Please see below.\n\n---------- Forwarded message ---------\nFrom: Dealer <sales@dealer.example>\nDate: Mon, Mar 2, 2026 at 10:05 AM\nSubject: Invoice\nTo: Ana <ana@dental.example>\n\n\nIt is attached.",
  },
  {
    name: "apple mail, English",
    html: `<html><head></head><body style="overflow-wrap: break-word;">It is 4.2.<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite"><div>On 2 Mar 2026, at 10:05, Support &lt;help@vendor.example&gt; wrote:</div><br class="Apple-interchange-newline"><div>${ask}</div></blockquote></div><br></body></html>`,
    wanted: "It is 4.2.",
  },
  {
    name: "apple mail, Italian, an answer between two pieces of the quote",
    html: `<html><body><div><blockquote type="cite"><div>Il giorno 2 mar 2026, alle ore 10:05, Assistenza &lt;help@vendor.example&gt; ha scritto:</div><br><div>Che versione?</div></blockquote><div><br></div>La 4.2.<br><blockquote type="cite"><div>Su quanti posti?</div></blockquote><div>Quattro.</div></div></body></html>`,
    wanted: "> Il giorno 2 mar 2026, alle ore 10:05, Assistenza <help@vendor.example> ha scritto:\n>\n> Che versione?\n\nLa 4.2.\n> Su quanti posti?\nQuattro.",
  },
  {
    name: "iPhone, German",
    html: `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body dir="auto">Es ist die 4.2.<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Von meinem iPhone gesendet</div><div dir="ltr"><br><blockquote type="cite">Am 02.03.2026 um 10:05 schrieb Hilfe &lt;help@vendor.example&gt;:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">﻿${ask}</div></blockquote></body></html>`,
    wanted: "Es ist die 4.2.",
  },
  {
    name: "iPhone, Spanish, a signature of one's own",
    html: `<html><body dir="auto"><div dir="ltr">Es la 4.2.</div><div dir="ltr"><br></div><div dir="ltr">Enviado desde mi iPhone</div><div dir="ltr"><br><blockquote type="cite">El 2 mar 2026, a las 10:05, Soporte &lt;help@vendor.example&gt; escribió:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">${ask}</div></blockquote></body></html>`,
    wanted: "Es la 4.2.",
  },
  {
    name: "thunderbird, English, the answer below",
    html: `<html><head></head><body><div class="moz-cite-prefix">On 02/03/2026 10:05, Support wrote:<br></div><blockquote type="cite" cite="mid:a@vendor.example"><p>${ask}</p></blockquote><p>It is 4.2.</p><pre class="moz-signature" cols="72">-- \nAna Pop</pre></body></html>`,
    wanted: "It is 4.2.",
  },
  {
    name: "thunderbird, French, the answer above",
    html: `<html><body><p>C’est la 4.2.</p><p><br></p><div class="moz-cite-prefix">Le 02/03/2026 à 10:05, Assistance a écrit :<br></div><blockquote type="cite" cite="mid:a@vendor.example"><p>${ask}</p></blockquote></body></html>`,
    wanted: "C’est la 4.2.",
  },
  {
    name: "thunderbird, German: a forwarded mail stays",
    subject: "Fwd: Rechnung",
    html: `<html><body><p>Bitte lesen.</p><div class="moz-forward-container"><br><br>-------- Weitergeleitete Nachricht --------<table class="moz-email-headers-table" cellspacing="0"><tbody><tr><th align="RIGHT">Betreff: </th><td>Rechnung</td></tr><tr><th>Datum: </th><td>Mon, 2 Mar 2026 10:05:00 +0100</td></tr><tr><th>Von: </th><td>Händler &lt;sales@dealer.example&gt;</td></tr><tr><th>An: </th><td>ana@dental.example</td></tr></tbody></table><br>Im Anhang.</div></body></html>`,
    wanted:
      "Bitte lesen.\n\n-------- Weitergeleitete Nachricht --------\nBetreff:   Rechnung\nDatum:   Mon, 2 Mar 2026 10:05:00 +0100\nVon:   Händler <sales@dealer.example>\nAn:   ana@dental.example\n\nIm Anhang.",
  },
  {
    name: "yahoo, English",
    html: `<html><body><div class="ydp1a2byahoo-style-wrap"><div dir="ltr">It is 4.2.</div><div><br></div></div><div id="yahoo_quoted_123" class="yahoo_quoted"><div><div>On Monday, March 2, 2026 at 10:05:00 AM GMT+1, Support &lt;help@vendor.example&gt; wrote:</div><div><br></div><div>${ask}</div></div></div></body></html>`,
    wanted: "It is 4.2.",
  },
  {
    name: "yahoo on a telephone, Italian",
    html: `<div>È la 4.2.<br><br><div id="ymail_android_signature"><a href="https://mail.onelink.me/1">Inviato da Yahoo Mail su Android</a></div> <br> <blockquote style="margin: 0 0 20px 0;"> <div style="font-family:Roboto"> <div>Il lun, 2 mar 2026 alle 10:05, Assistenza</div><div>&lt;help@vendor.example&gt; ha scritto:</div> </div> <div style="padding: 10px 0 0 20px; border-left: 1px solid #6D00F6;">${ask}</div> </blockquote></div>`,
    wanted: "È la 4.2.",
  },
  {
    name: "outlook on a desktop, Romanian, a table of the signature stays in what is kept",
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang="RO"><div class="WordSection1"><p class="MsoNormal">Este 4.2.<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>De la:</b> Suport &lt;help@vendor.example&gt;<br><b>Trimis:</b> luni, 2 martie 2026 10:05<br><b>Către:</b> Ana Pop<br><b>Subiect:</b> RE: Licență<o:p></o:p></p></div></div><p class="MsoNormal">${ask}</p></div></body></html>`,
    wanted: "Este 4.2.",
  },
  {
    name: "outlook on a desktop, English, answers in red among the quoted",
    html: `<html><body><div class="WordSection1"><p class="MsoNormal">Please see my answers below in red.</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal"><b>From:</b> Support &lt;help@vendor.example&gt;<br><b>Sent:</b> Monday, March 2, 2026 10:05 AM<br><b>To:</b> Ana Pop<br><b>Subject:</b> RE: Licence</p></div><p class="MsoNormal">${ask} <span style="color:red">4.2</span></p></div></body></html>`,
    wanted: "Please see my answers below in red.\nFrom: Support <help@vendor.example>\nSent: Monday, March 2, 2026 10:05 AM\nTo: Ana Pop\nSubject: RE: Licence\nWhich version is it? 4.2",
  },
  {
    name: "outlook on the web, French",
    html: `<html><body dir="ltr"><div class="elementToProof" style="font-size:12pt">C’est la 4.2.</div><div id="Signature"><div>Ana Pop, cabinet dentaire</div></div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif"><b>De :</b> Assistance &lt;help@vendor.example&gt;<br><b>Envoyé :</b> lundi 2 mars 2026 10:05<br><b>À :</b> Ana Pop<br><b>Objet :</b> Re: Licence</font></div><div>${ask}</div></body></html>`,
    wanted: "C’est la 4.2.",
  },
  {
    name: "new outlook on a Mac, English",
    html: `<html><body><div class="WordSection1"><p class="MsoNormal">It is 4.2.</p><div id="mail-editor-reference-message-container"><div><div><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal" style="margin-bottom:12.0pt"><b>From: </b>Support &lt;help@vendor.example&gt;<br><b>Date: </b>Monday, 2 March 2026 at 10:05<br><b>To: </b>Ana Pop<br><b>Subject: </b>Re: Licence</p></div><p class="MsoNormal">${ask}</p></div></div></div></div></body></html>`,
    wanted: "It is 4.2.",
  },
  {
    name: "old outlook on a Mac, German",
    html: `<html><body><div>Es ist 4.2.</div><div><br></div><span id="OLK_SRC_BODY_SECTION"><div style="font-family:Calibri; font-size:11pt; border-top: #b5c4df 1pt solid;"><span style="font-weight:bold">Von: </span> Hilfe &lt;help@vendor.example&gt;<br><span style="font-weight:bold">Datum: </span> Montag, 2. März 2026 10:05<br><span style="font-weight:bold">An: </span> Ana<br><span style="font-weight:bold">Betreff: </span> Re: Lizenz<br></div><div>${ask}</div></span></body></html>`,
    wanted: "Es ist 4.2.",
  },
  {
    name: "hotmail as it was, Dutch",
    html: `<html><body class="hmmessage"><div dir="ltr">Het is 4.2.<br><br><div><hr id="stopSpelling">Date: Mon, 2 Mar 2026 10:05:00 +0100<br>From: help@vendor.example<br>To: ana@dental.example<br>Subject: Re: Licentie<br><br>${ask}</div></div></body></html>`,
    wanted: "Het is 4.2.",
  },
  {
    name: "samsung, French",
    html: `<html><head></head><body dir="auto"><div dir="auto">C’est la 4.2.</div><div dir="auto"><br></div><div id="composer_signature" dir="auto"><div style="font-size:12px;color:#575757" dir="auto">Envoyé depuis mon appareil Galaxy</div></div><div><br></div><div align="left" dir="auto" style="font-size:100%;color:#000000"><div>-------- Message d'origine --------</div><div>De : Assistance &lt;help@vendor.example&gt; </div><div>Date : 02/03/2026  10:05  (GMT+01:00) </div><div>À : ana@dental.example </div><div>Objet : Re: Licence </div><div><br></div></div>${ask}</body></html>`,
    wanted: "C’est la 4.2.",
  },
  {
    name: "proton mail, English, with its signature",
    html: `<div style="font-family: Arial, sans-serif; font-size: 14px;">It is 4.2.</div><div class="protonmail_signature_block" style="font-family: Arial"><div class="protonmail_signature_block-user"><div>Ana Pop</div></div><div class="protonmail_signature_block-proton">Sent with <a target="_blank" href="https://proton.me/mail/home">Proton Mail</a> secure email.</div></div><div class="protonmail_quote">On Monday, March 2nd, 2026 at 10:05 AM, Support &lt;help@vendor.example&gt; wrote:<br><blockquote class="protonmail_quote" type="cite">${ask}</blockquote><br></div>`,
    wanted: "It is 4.2.",
  },
  {
    name: "k-9, German",
    html: `<!DOCTYPE html><html><body><div dir="auto">Es ist 4.2.<br><br>-- <br>Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.</div><br><br><div class="gmail_quote">Am 2. März 2026 10:05:00 MEZ schrieb Hilfe &lt;help@vendor.example&gt;:<blockquote class="gmail_quote" style="margin: 0pt 0pt 0pt 0.8ex; border-left: 1px solid rgb(204, 204, 204); padding-left: 1ex;"><div dir="auto">${ask}</div></blockquote></div></body></html>`,
    wanted: "Es ist 4.2.",
  },
  {
    name: "gmx on the web, German",
    html: `<html><head></head><body><div style="font-family: Verdana;font-size: 12.0px;"><div>Es ist 4.2.</div>\n<div>&nbsp;\n<div name="quote" style="margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5;"><div style="margin:0 0 10px 0;"><b>Gesendet:</b>&nbsp;Montag, 2. März 2026 um 10:05 Uhr<br><b>Von:</b>&nbsp;&quot;Hilfe&quot; &lt;help@vendor.example&gt;<br><b>An:</b>&nbsp;ana@gmx.example<br><b>Betreff:</b>&nbsp;Re: Lizenz</div><div name="quoted-content">${ask}</div></div></div></div></body></html>`,
    wanted: "Es ist 4.2.",
  },
  {
    name: "open-xchange, Italian of libero",
    html: `<!doctype html><html><head></head><body><div class="default-style">È la 4.2.</div><blockquote type="cite"><div>Il 02/03/2026 10:05 CET Assistenza &lt;help@vendor.example&gt; ha scritto:</div><div><br></div><div>${ask}</div></blockquote></body></html>`,
    wanted: "È la 4.2.",
  },
  {
    name: "open-xchange, the signature marked by its class",
    html: `<html><body><p>It is 4.2.</p><p class="io-ox-signature">Ana Pop<br>Dental Practice Example</p><blockquote type="cite"><div>On 02/03/2026 10:05 CET Support &lt;help@vendor.example&gt; wrote:</div><div>${ask}</div></blockquote></body></html>`,
    wanted: "It is 4.2.",
  },
  {
    name: "orange, French",
    html: `<html><body><p>C’est la 4.2.</p><blockquote class="wmailreplyquote" style="margin-left:5px;border-left:2px solid #000">&gt; Message du 02/03/26 10:05<br>&gt; De : "Assistance" &lt;help@vendor.example&gt;<br>&gt; A : ana@orange.example<br>&gt; Objet : Re: Licence<br><br>${ask}</blockquote></body></html>`,
    wanted: "C’est la 4.2.",
  },
  {
    name: "laposte, French, only a rule and the fields",
    html: `<html><body><div>C’est la 4.2.</div><div><br></div><hr><div><b>De : </b>"Assistance" &lt;help@vendor.example&gt;</div><div><b>A : </b>ana@laposte.example</div><div><b>Envoyé : </b>lundi 2 mars 2026 10:05</div><div><b>Objet : </b>Re: Licence</div><div>${ask}</div></body></html>`,
    wanted: "C’est la 4.2.",
  },
  {
    name: "zimbra, Spanish",
    html: `<html><body><div style="font-family: arial"><div>Es la 4.2.</div><div><br></div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>De: </b>"Soporte" &lt;help@vendor.example&gt;<br><b>Para: </b>ana@dental.example<br><b>Enviados: </b>Lunes, 2 de Marzo 2026 10:05<br><b>Asunto: </b>Re: Licencia<br></div><div data-marker="__QUOTED_TEXT__">${ask}</div></div></body></html>`,
    wanted: "Es la 4.2.",
  },
  {
    name: "zoho, English",
    html: `<div style="font-family: Verdana"><div>It is 4.2.<br></div><div class="zmail_extra_hr" style="border-top: 1px solid rgb(204, 204, 204);"><br></div><div class="zmail_extra"><div id="Zm-_Id_-Sgn1">---- On Mon, 02 Mar 2026 10:05:00 +0100 <b>Support &lt;help@vendor.example&gt;</b> wrote ---<br></div><blockquote id="blockquote_zmail"><div>${ask}</div></blockquote></div></div>`,
    wanted: "It is 4.2.",
  },
  {
    name: "spark, French",
    html: `<html><body><div name="messageBodySection"><div dir="auto">C’est la 4.2.</div></div><div name="messageSignatureSection"><br><div class="matchFont">Ana Pop</div></div><div name="messageReplySection">Le 2 mars 2026 à 10:05 +0100, Assistance &lt;help@vendor.example&gt;, a écrit :<br><blockquote type="cite" class="spark_quote" style="margin: 5px 5px; padding-left: 10px;">${ask}</blockquote></div></body></html>`,
    wanted: "C’est la 4.2.",
  },
  {
    name: "lotus notes, German: grey fonts and a small table",
    html: `<font size=2 face="sans-serif">Es ist 4.2.</font><br><br><br><br><font size=1 color=#5f5f5f face="sans-serif">Von: &nbsp; &nbsp; &nbsp; &nbsp;</font><font size=1 face="sans-serif">Hilfe &lt;help@vendor.example&gt;</font><br><font size=1 color=#5f5f5f>An: &nbsp; &nbsp; &nbsp; &nbsp;</font><font size=1>Ana Pop/Dental</font><br><font size=1 color=#5f5f5f>Datum: &nbsp; &nbsp;</font><font size=1>02.03.2026 10:05</font><br><font size=1 color=#5f5f5f>Betreff: &nbsp;</font><font size=1>Re: Lizenz</font><br><hr noshade><br>${ask}`,
    wanted: "Es ist 4.2.",
  },
  {
    name: "roundcube, Polish, below the quote",
    html: `<html><body><p id="reply-intro">W dniu 2026-03-02 10:05, Wsparcie napisał(a):</p><blockquote type="cite" style="padding: 0 0.4em; border-left: #1010ff 2px solid; margin: 0"><div>${ask}</div></blockquote><div>To 4.2.</div></body></html>`,
    wanted: "To 4.2.",
  },
  {
    name: "tutanota, German",
    html: `<html><body><div>Es ist 4.2.<br></div><div><br></div><div>-- <br></div><div>Gesichert mit Tuta Mail<br></div><div><br></div><div><br></div><div>2. März 2026, 10:05 von help@vendor.example:<br></div><blockquote class="tutanota_quote" style="border-left: 1px solid #93A3B8; padding-left: 10px;">${ask}</blockquote></body></html>`,
    wanted: "Es ist 4.2.",
  },
  {
    name: "mail.ru, Russian",
    html: `<html><body><div>Это 4.2.</div><div>&nbsp;</div><div data-signature-widget="container"><div data-signature-widget="content"><div>Ана</div></div></div><blockquote style="border-left:1px solid #0857A6; margin:10px; padding:0 0 0 10px;">Понедельник, 2 марта 2026, 10:05 +03:00 от Support &lt;help@vendor.example&gt;:<br><div>${ask}</div></blockquote></body></html>`,
    wanted: "Это 4.2.\n\nАна",
  },
  {
    name: "superhuman, English",
    html: `<html><body><div><div>It is 4.2.</div><div><br></div><div class="sh-signature"><div>Ana</div></div></div><br/><div class="gmail_quote">On Mon, Mar 02, 2026 at 10:05 AM, Support <span dir="ltr">&lt;<a href="mailto:help@vendor.example">help@vendor.example</a>&gt;</span> wrote:<br/><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex;">${ask}</blockquote></div></body></html>`,
    wanted: "It is 4.2.",
  },
  {
    name: "a quoted clause that the sender set apart stays",
    subject: "A question on the licence",
    html: `<p>Your page says:</p><blockquote><p>A licence is for two seats.</p></blockquote><p>Is that so for students too?</p>`,
    wanted: "Your page says:\n\nA licence is for two seats.\n\nIs that so for students too?",
  },
  {
    name: "a table that the sender wrote stays whole",
    subject: "Our seats",
    html: `<p>Our seats:</p><table><tr><th>From</th><th>To</th></tr><tr><td>Milan</td><td>Geneva</td></tr></table><p>Is that right?</p>`,
    wanted: "Our seats:\n\nFrom  To\nMilan  Geneva\n\nIs that right?",
  },
  {
    name: "spark, English, what it answers in a section of its own",
    html: `<html><body><div name="messageBodySection"><div dir="auto">It is 4.2.</div></div><div name="messageSignatureSection"><br />Ana</div><div name="messageReplySection">On 2 Mar 2026 at 10:05 +0100, Support, wrote:<br /><div>${ask}</div></div></body></html>`,
    wanted: "It is 4.2.",
  },
  {
    name: "spark, nothing but that section",
    html: `<html><body><div name="messageReplySection"><p>It is 4.2.</p></div></body></html>`,
    wanted: "It is 4.2.",
  },
];
