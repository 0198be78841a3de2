// Which texts the customer's people accepted: in which version, who, when and how.
import { useQuery } from "@tanstack/react-query";
import { call } from "../../../shared/client.ts";
import type { Acceptance } from "../../../shared/shapes.ts";
import { At } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

export function Acceptances({ organisation }: { readonly organisation: string }) {
  const { say } = useWords();
  const { data, error } = useQuery({
    queryKey: ["acceptances", organisation],
    queryFn: async ({ signal }) => (await call<{ items: Acceptance[] }>(`/organisations/${organisation}/acceptances`, { signal })).items,
  });
  if (error) return <Trouble error={error} />;
  if (!data || data.length === 0) return null;
  return (
    <section className="stack-tight">
      <h2 className="heading">{say("accepted.title")}</h2>
      <ul className="card lines">
        {data.map((each) => (
          <li key={each.id} className="line-row line-wrap">
            <span className="strong wrap" lang={each.language}>
              {each.title}
            </span>
            <span className="tag">{say("accepted.version", { version: each.version })}</span>
            <span className="quiet small push wrap">
              {say(each.byUse ? "accepted.by-use" : "accepted.with-offer", { person: each.person.name })} · <At at={each.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
