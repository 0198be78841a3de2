// How many of its promises the desk kept: a bar and its numbers for each, as a table, so that both say the same.
import type { ReactNode } from "react";
import type { ledgerSums } from "../../../desk/views/ledger.ts";
import { phrase } from "../../../words/phrase.ts";
import { localeOf } from "../../../words/languages.ts";
import type { Visit } from "../visit.ts";

type Sums = Awaited<ReturnType<typeof ledgerSums>>;
interface Shown {
  readonly visit: Visit;
  readonly byClause: Sums;
  readonly byWeek: Sums;
}

export function PromisesKept({ visit, byClause, byWeek }: Shown): ReactNode {
  const { lang, base } = visit;
  const none = byClause.items.length === 0;
  return (
    <>
      <h1>{phrase(lang, "promises.title")}</h1>
      <p>{phrase(lang, "promises.intro")}</p>
      {none ? (
        <p className="note">{phrase(lang, "promises.none")}</p>
      ) : (
        <>
          <Table visit={visit} sums={byClause} head={phrase(lang, "promises.clause")} />
          <Table visit={visit} sums={byWeek} head={phrase(lang, "promises.week")} />
        </>
      )}
      <p className="small">
        {phrase(lang, "promises.withdrawn")} <a href={`${base}/policy`}>{visit.policy.title[lang] ?? visit.policy.title[visit.policy.desk.languages[0] ?? "en"]}</a>
      </p>
    </>
  );
}

function Table({ visit: { lang }, sums, head }: { readonly visit: Visit; readonly sums: Sums; readonly head: string }): ReactNode {
  const share = new Intl.NumberFormat(localeOf(lang), { style: "percent", maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(localeOf(lang));
  return (
    <div className="kept-wrap">
      <table className="kept">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{phrase(lang, "promises.share")}</th>
            <th scope="col" className="num">
              {phrase(lang, "promises.kept")}
            </th>
            <th scope="col" className="num">
              {phrase(lang, "promises.of")}
            </th>
          </tr>
        </thead>
        <tbody>
          {sums.items.map((row) => {
            const owed = row.kept === null || row.broken === null ? null : row.kept + row.broken;
            return (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                <td>
                  {owed === null ? (
                    <span className="quiet">{phrase(lang, "promises.few")}</span>
                  ) : owed === 0 ? (
                    "–"
                  ) : (
                    <>
                      <Bar part={(row.kept ?? 0) / owed} /> {share.format(Math.floor(((row.kept ?? 0) / owed) * 100) / 100)}
                    </>
                  )}
                </td>
                <td className="num">{owed === null ? "" : number.format(row.kept ?? 0)}</td>
                <td className="num">{owed === null ? "" : number.format(owed)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const Bar = ({ part }: { readonly part: number }): ReactNode => (
  <svg className="kept-bar" width="96" height="10" viewBox="0 0 96 10" aria-hidden="true">
    <rect width="96" height="10" rx="2" className="kept-rest" />
    <rect width={96 * part} height="10" rx="2" className="kept-part" />
  </svg>
);
