// What may be done in a case: naming who decides, deciding by a clause, deciding an appeal, taking a measure back. Each says what will happen.
import { Button, Radio, Select, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { ConductCase } from "../../../shared/shapes.ts";
import { useCaseChange } from "../../data/conduct.ts";
import { useMe } from "../../data/session.ts";
import { useStaff } from "../../data/staff.ts";
import { ClauseShown } from "../../parts/clause.tsx";
import { useWords } from "../../words/words.tsx";

interface Acts {
  readonly of: ConductCase;
  readonly file: NonNullable<ConductCase["file"]>;
}

export function CaseActs({ of, file }: Acts) {
  const { may } = file;
  return (
    <>
      {may.decide ? <Decide of={of} file={file} /> : null}
      {may.decideAppeal ? <Appeal of={of} /> : null}
      {may.decide || may.decideAppeal ? null : <NotYours of={of} />}
      {may.name || may.nameForAppeal ? <Name of={of} file={file} decides={may.name ? "case" : "appeal"} /> : null}
      {may.lift ? <Lift of={of} /> : null}
    </>
  );
}

/** Who reads the case and does not decide it is told so, and what they can do. */
function NotYours({ of }: Pick<Acts, "of">) {
  const { say } = useWords();
  if (of.phase !== "hearing" && of.phase !== "to-decide" && of.phase !== "appealed") return null;
  return <p className="quiet small wrap">{say("conduct.not-yours")}</p>;
}

const NONE = "";

function Decide({ of, file }: Acts) {
  const { say } = useWords();
  const change = useCaseChange(of.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const early = of.phase === "hearing";
  const send = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate({ part: "decision", body: { clause: chosen === NONE ? null : chosen, reason: reason.trim() } });
  };
  return (
    <form className="card card-in stack" onSubmit={send}>
      <h2 className="heading">{say("conduct.decide")}</h2>
      <p className="quiet small">{say(early ? "conduct.decide-early" : "conduct.decide-hint")}</p>
      <Radio.Group label={say("conduct.which")} value={chosen} onChange={setChosen}>
        <div className="stack-tight">
          <Radio value={NONE} label={say("conduct.no-measure")} />
          {file.offers.map((o) => (
            <div key={o.clause.id} className="choice">
              <Radio value={o.clause.id} disabled={early || !o.yours} label={o.measure === "none" ? o.clause.number : say(`conduct.apply-${o.measure}${o.lasts ? "-time" : ""}`)} />
              <ClauseShown clause={o.clause} />
              {o.role === null ? null : (
                <p className="quiet small wrap">
                  {say("conduct.role", { role: o.role })} {o.appealRole === null ? null : say("conduct.appeal-role", { role: o.appealRole })}
                </p>
              )}
            </div>
          ))}
        </div>
      </Radio.Group>
      <Reason value={reason} set={setReason} />
      <div className="row dialog-actions">
        <Button type="submit" disabled={chosen === null || reason.trim() === ""} loading={change.isPending}>
          {say("conduct.decide-go")}
        </Button>
      </div>
    </form>
  );
}

function Appeal({ of }: Pick<Acts, "of">) {
  const { say } = useWords();
  const change = useCaseChange(of.id);
  const [lifts, setLifts] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const send = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate({ part: "appeal", body: { lifts: lifts === "lifts", reason: reason.trim() } });
  };
  return (
    <form className="card card-in stack" onSubmit={send}>
      <h2 className="heading">{say("conduct.decide-appeal")}</h2>
      <Radio.Group label={say("conduct.appeal-which")} value={lifts} onChange={setLifts}>
        <div className="stack-tight">
          <Radio value="upholds" label={say("conduct.appeal-upholds")} />
          <Radio value="lifts" label={say("conduct.appeal-lifts")} />
        </div>
      </Radio.Group>
      <Reason value={reason} set={setReason} />
      <div className="row dialog-actions">
        <Button type="submit" disabled={lifts === null || reason.trim() === ""} loading={change.isPending}>
          {say("conduct.decide-go")}
        </Button>
      </div>
    </form>
  );
}

function Lift({ of }: Pick<Acts, "of">) {
  const { say } = useWords();
  const change = useCaseChange(of.id);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  if (!open)
    return (
      <div>
        <Button variant="default" onClick={() => setOpen(true)}>
          {say("conduct.lift")}
        </Button>
      </div>
    );
  return (
    <form
      className="card card-in stack"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ part: "lifting", body: { reason: reason.trim() } });
      }}
    >
      <h2 className="heading">{say("conduct.lift")}</h2>
      <p className="quiet small">{say("conduct.lift-hint")}</p>
      <Reason value={reason} set={setReason} />
      <div className="row dialog-actions">
        <Button variant="default" onClick={() => setOpen(false)}>
          {say("app.cancel")}
        </Button>
        <Button type="submit" disabled={reason.trim() === ""} loading={change.isPending}>
          {say("conduct.lift-go")}
        </Button>
      </div>
    </form>
  );
}

function Name({ of, file, decides }: Acts & { readonly decides: "case" | "appeal" }) {
  const { say } = useWords();
  const all = useStaff().data ?? [];
  const change = useCaseChange(of.id);
  const but = decides === "appeal" ? file.decision?.by?.id : undefined;
  const me = useMe();
  const mine = decides === "appeal" ? file.may.decideAppeal : file.may.decide;
  const { handTo } = file.may;
  const named = handTo ?? all.filter((s) => !s.disabled && s.id !== but && (s.id !== me.id || mine));
  const now = decides === "appeal" ? file.appeal?.decider?.id : file.decider?.id;
  return (
    <section className="stack-tight">
      <Select
        label={say(handTo ? "conduct.hand-over" : decides === "appeal" ? "conduct.name-appeal" : "conduct.name")}
        description={say(handTo ? "conduct.hand-over-hint" : "conduct.name-hint")}
        placeholder={handTo ? say("conduct.hand-over-to") : undefined}
        data={named.map((s) => ({ value: s.id, label: s.name }))}
        value={handTo?.some((s) => s.id === now) === false ? null : (now ?? null)}
        onChange={(to) => to !== null && to !== now && change.mutate({ part: "decider", body: { to, decides } })}
        allowDeselect={false}
      />
    </section>
  );
}

function Reason({ value, set }: { readonly value: string; readonly set: (text: string) => void }) {
  const { say } = useWords();
  return <Textarea label={say("conduct.reason")} description={say("conduct.reason-hint")} autosize minRows={3} value={value} onChange={(event) => set(event.currentTarget.value)} />;
}
