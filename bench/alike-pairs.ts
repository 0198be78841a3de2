// Problems as two people of one office would write of them, in four languages: of each the first telling and a second one in other words.

type Tellings = Readonly<Record<"en" | "fr" | "it" | "ro", readonly [string, string]>>;

/** Every problem in four languages, told twice in each. Some carry a code, a product's name or nothing that is the same everywhere. */
export const PROBLEMS: readonly Tellings[] = [
  {
    en: ["Cannot print the quote. When I press print the window stays white and error PRT-4410 comes up.", "Printing quotes fails: a white window and PRT-4410, since the update."],
    fr: [
      "Impossible d’imprimer le devis. Quand je clique sur imprimer, la fenêtre reste blanche et l’erreur PRT-4410 s’affiche.",
      "L’impression des devis échoue : fenêtre blanche et PRT-4410 depuis la mise à jour.",
    ],
    it: [
      "Non riesco a stampare il preventivo. Premendo stampa la finestra resta bianca e compare l’errore PRT-4410.",
      "La stampa dei preventivi non funziona: finestra bianca e PRT-4410 dopo l’aggiornamento.",
    ],
    ro: ["Nu pot tipări devizul. Când apăs pe tipărire fereastra rămâne albă și apare eroarea PRT-4410.", "Tipărirea devizelor eșuează: fereastră albă și PRT-4410 după actualizare."],
  },
  {
    en: ["The mail with the Zoom link does not reach our patients, they wait in front of an empty inbox.", "Patients do not receive the Zoom link by mail, their inbox stays empty."],
    fr: ["L’e-mail avec le lien Zoom n’arrive pas chez nos patients, leur boîte reste vide.", "Nos patients ne reçoivent pas le lien Zoom par e-mail, la boîte de réception est vide."],
    it: ["La mail con il link Zoom non arriva ai nostri pazienti, la loro casella resta vuota.", "I pazienti non ricevono il link Zoom per mail, nella casella non c’è nulla."],
    ro: ["Mailul cu linkul Zoom nu ajunge la pacienții noștri, căsuța lor rămâne goală.", "Pacienții nu primesc linkul Zoom pe mail, în căsuță nu este nimic."],
  },
  {
    en: ["Exporting invoices to Excel gives an empty file, there are only the column titles.", "The Excel export of our invoices is empty apart from the titles of the columns."],
    fr: ["L’export des factures vers Excel donne un fichier vide, il n’y a que les titres des colonnes.", "Le fichier Excel exporté de nos factures est vide, seuls les titres de colonnes y sont."],
    it: ["L’esportazione delle fatture in Excel produce un file vuoto, ci sono solo i titoli delle colonne.", "Il file Excel esportato delle fatture è vuoto a parte i titoli delle colonne."],
    ro: ["Exportul facturilor în Excel dă un fișier gol, sunt doar titlurile coloanelor.", "Fișierul Excel exportat cu facturile este gol, în afară de titlurile coloanelor."],
  },
  {
    en: ["I forgot my password and the mail to reset it never comes.", "The password reset mail does not arrive, I cannot sign in any more."],
    fr: ["J’ai oublié mon mot de passe et l’e-mail de réinitialisation n’arrive jamais.", "L’e-mail pour réinitialiser le mot de passe n’arrive pas, je ne peux plus me connecter."],
    it: ["Ho dimenticato la password e la mail per reimpostarla non arriva mai.", "La mail di reimpostazione della password non arriva, non riesco più ad accedere."],
    ro: ["Am uitat parola și mailul de resetare nu ajunge niciodată.", "Mailul pentru resetarea parolei nu ajunge, nu mai pot intra în cont."],
  },
  {
    en: ["Importing the scan IMG-20931 from the CBCT stops at 80 percent.", "The import of IMG-20931, a scan of our CBCT, hangs at 80 percent."],
    fr: ["L’import du scan IMG-20931 du CBCT s’arrête à 80 pour cent.", "L’import de IMG-20931, un scan de notre CBCT, se bloque à 80 pour cent."],
    it: ["L’importazione della scansione IMG-20931 dalla CBCT si ferma all’80 per cento.", "L’importazione di IMG-20931, una scansione della nostra CBCT, si blocca all’80 per cento."],
    ro: ["Importul scanării IMG-20931 de la CBCT se oprește la 80 la sută.", "Importul IMG-20931, o scanare de la CBCT, se blochează la 80 la sută."],
  },
  {
    en: ["The calendar no longer syncs with Outlook, new appointments are missing there.", "Appointments do not appear in Outlook any more, calendar sync seems broken."],
    fr: ["L’agenda ne se synchronise plus avec Outlook, les nouveaux rendez-vous y manquent.", "Les rendez-vous n’apparaissent plus dans Outlook, la synchronisation de l’agenda est en panne."],
    it: ["Il calendario non si sincronizza più con Outlook, mancano i nuovi appuntamenti.", "Gli appuntamenti non compaiono più in Outlook, la sincronizzazione del calendario è guasta."],
    ro: ["Calendarul nu se mai sincronizează cu Outlook, lipsesc programările noi.", "Programările nu mai apar în Outlook, sincronizarea calendarului este stricată."],
  },
  {
    en: ["Order 778812 was delivered without the license key.", "We got order 778812, but the license key is missing."],
    fr: ["La commande 778812 a été livrée sans la clé de licence.", "Nous avons reçu la commande 778812, mais la clé de licence manque."],
    it: ["L’ordine 778812 è stato consegnato senza la chiave di licenza.", "Abbiamo ricevuto l’ordine 778812, ma manca la chiave di licenza."],
    ro: ["Comanda 778812 a fost livrată fără cheia de licență.", "Am primit comanda 778812, dar lipsește cheia de licență."],
  },
  {
    en: ["The program is very slow when we open a patient file, it takes two minutes.", "Opening a patient file takes minutes, everything is terribly slow."],
    fr: ["Le logiciel est très lent quand nous ouvrons un dossier patient, cela prend deux minutes.", "L’ouverture d’un dossier patient prend des minutes, tout est terriblement lent."],
    it: ["Il programma è molto lento quando apriamo la cartella di un paziente, ci vogliono due minuti.", "Aprire la cartella di un paziente richiede minuti, tutto è lentissimo."],
    ro: ["Programul este foarte lent când deschidem fișa unui pacient, durează două minute.", "Deschiderea fișei unui pacient durează minute întregi, totul este foarte lent."],
  },
  {
    en: ["How do I add a second user to our subscription?", "We would like another user on the subscription, how is one added?"],
    fr: ["Comment ajouter un deuxième utilisateur à notre abonnement ?", "Nous voudrions un autre utilisateur sur l’abonnement, comment l’ajouter ?"],
    it: ["Come aggiungo un secondo utente al nostro abbonamento?", "Vorremmo un altro utente sull’abbonamento, come si aggiunge?"],
    ro: ["Cum adaug un al doilea utilizator la abonamentul nostru?", "Am dori încă un utilizator în abonament, cum se adaugă?"],
  },
  {
    en: ["The invoice of October, F-2231, shows the wrong tax rate.", "Wrong tax rate on invoice F-2231 of October."],
    fr: ["La facture d’octobre, F-2231, indique un mauvais taux de TVA.", "Mauvais taux de TVA sur la facture F-2231 d’octobre."],
    it: ["La fattura di ottobre, F-2231, riporta un’aliquota IVA sbagliata.", "Aliquota IVA sbagliata sulla fattura F-2231 di ottobre."],
    ro: ["Factura din octombrie, F-2231, are o cotă de TVA greșită.", "Cotă de TVA greșită pe factura F-2231 din octombrie."],
  },
  // What is near and yet another problem: the same product, another code, the same thing with another fault.
  {
    en: ["In Zoom calls our patients hear nothing, the sound is missing on both sides.", "No sound in our Zoom calls, neither side hears the other."],
    fr: ["Dans les appels Zoom nos patients n’entendent rien, le son manque des deux côtés.", "Pas de son dans nos appels Zoom, personne ne s’entend."],
    it: ["Nelle chiamate Zoom i nostri pazienti non sentono nulla, manca l’audio da entrambe le parti.", "Nessun audio nelle chiamate Zoom, nessuno sente l’altro."],
    ro: ["În apelurile Zoom pacienții noștri nu aud nimic, lipsește sunetul de ambele părți.", "Fără sunet în apelurile Zoom, niciuna dintre părți nu o aude pe cealaltă."],
  },
  {
    en: ["Printing labels stops with error PRT-9001 after the third page.", "PRT-9001 when we print labels, always on the third page."],
    fr: ["L’impression des étiquettes s’arrête avec l’erreur PRT-9001 après la troisième page.", "PRT-9001 quand nous imprimons des étiquettes, toujours à la troisième page."],
    it: ["La stampa delle etichette si ferma con l’errore PRT-9001 dopo la terza pagina.", "PRT-9001 quando stampiamo etichette, sempre alla terza pagina."],
    ro: ["Tipărirea etichetelor se oprește cu eroarea PRT-9001 după a treia pagină.", "PRT-9001 când tipărim etichete, mereu la a treia pagină."],
  },
  {
    en: ["The export of patients to Excel turns all dates into numbers.", "In the Excel file with our patients every date is a number."],
    fr: ["L’export des patients vers Excel transforme toutes les dates en nombres.", "Dans le fichier Excel de nos patients chaque date est un nombre."],
    it: ["L’esportazione dei pazienti in Excel trasforma tutte le date in numeri.", "Nel file Excel dei nostri pazienti ogni data è un numero."],
    ro: ["Exportul pacienților în Excel transformă toate datele în numere.", "În fișierul Excel cu pacienții noștri fiecare dată este un număr."],
  },
  {
    en: ["Where can I change the time of an appointment in the calendar?", "Moving an appointment to another time: where is that in the calendar?"],
    fr: ["Où puis-je changer l’heure d’un rendez-vous dans l’agenda ?", "Déplacer un rendez-vous à une autre heure : où est-ce dans l’agenda ?"],
    it: ["Dove posso cambiare l’ora di un appuntamento nel calendario?", "Spostare un appuntamento a un’altra ora: dove si fa nel calendario?"],
    ro: ["Unde pot schimba ora unei programări în calendar?", "Mutarea unei programări la altă oră: unde se face în calendar?"],
  },
];
export const LANGUAGES: readonly ("en" | "fr" | "it" | "ro")[] = ["en", "fr", "it", "ro"];
