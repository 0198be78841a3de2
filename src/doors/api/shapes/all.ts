// Every file of shapes, so that each name is known before the document is printed.
import "./answer.ts";
import "./basics.ts";
import "./clause.ts";
import "./conduct.ts";
import "./desk.ts";
import "./frames.ts";
import "./hours.ts";
import "./ledger.ts";
import "./live.ts";
import "./mails.ts";
import "./people.ts";
import "./problems.ts";
import "./rota.ts";
import "./session.ts";
import "./ticket.ts";
import "./ticket-input.ts";
