// Who really sent a mail: the verdict in words, and the results that it rests on.
import type { Proof } from "../../shared/shapes.ts";
import { useWords } from "../words/words.tsx";

const TONES = { pass: "good", fail: "bad", none: undefined } as const;

export function ProofShown({ proof }: { readonly proof: Proof | null }) {
  const { say } = useWords();
  if (!proof) return <span className="quiet">{say("mail.proof.unchecked")}</span>;
  const methods = (
    [
      ["SPF", proof.spf],
      ["DKIM", proof.dkim],
      ["DMARC", proof.dmarc],
      ["ARC", proof.arc],
    ] as const
  ).filter(([, result]) => result !== null);
  return (
    <span className="stack-tight">
      <span>{say(`mail.proof.${proof.verdict}`, { domain: proof.domain ?? "?" })}</span>
      <span className="row-wrap">
        {methods.map(([name, result]) => (
          <span key={name} className="tag" data-tone={result === "pass" ? TONES.pass : result === "fail" ? TONES.fail : undefined}>
            {name} {result}
          </span>
        ))}
        <span className="quiet small">{say("mail.proof.by", { by: proof.by === "troth" ? say("mail.proof.us") : proof.by })}</span>
      </span>
    </span>
  );
}
