// Correcting a pack that was entered wrongly, with the reason; what was drawn from it stays drawn.
import { Button, Modal, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { quantityText } from "../../../../src/words/allowance.ts";
import { dateIn } from "../../../../src/policy/index.ts";
import { ApiProblem } from "../../../shared/api-problem.ts";
import type { Pack } from "../../../shared/shapes.ts";
import { useCorrectPack } from "../../data/allowances.ts";
import { useDesk } from "../../data/desk.ts";
import { tell } from "../../parts/tell.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { lastDay } from "./last-day.ts";
import { type PackGiven, PackFields } from "./pack-fields.tsx";
import { asGiven } from "./quantity-field.tsx";

interface Corrected {
  readonly organisation: string;
  readonly pack: Pack;
  readonly time: boolean;
  readonly done: () => void;
}

export function CorrectPack({ organisation, pack, time, done }: Corrected) {
  const { say, lang } = useWords();
  const { zone } = useDesk();
  const correct = useCorrectPack(organisation);
  const before: PackGiven = {
    quantity: pack.quantity,
    starts: dateIn(Date.parse(pack.starts), zone),
    ends: pack.ends === null ? "" : lastDay(pack.ends, zone),
    reference: pack.reference,
  };
  const [given, setGiven] = useState(before);
  const [reason, setReason] = useState("");
  const drawn = pack.draws.reduce((sum, each) => sum + each.quantity, 0);
  const less = given.quantity !== null && given.quantity < drawn ? [{ at: time ? "minutes" : "requests", message: say("packs.drawn-already", { drawn: quantityText(drawn, time, lang) }) }] : [];
  const faults = less.length > 0 ? less : correct.error instanceof ApiProblem ? correct.error.faults : [];
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const { quantity, starts, ends, reference } = given;
    if (quantity === null || quantity <= 0 || less.length > 0 || !reason.trim() || (ends !== "" && ends < starts)) return;
    correct.mutate(
      {
        pack: pack.id,
        ...(quantity === before.quantity ? {} : asGiven(time, quantity)),
        ...(starts === "" || starts === before.starts ? {} : { starts }),
        ...(ends === before.ends ? {} : { ends: ends === "" ? null : ends }),
        reference: reference.trim(),
        reason: reason.trim(),
      },
      { onSuccess: () => (done(), tell(say("packs.corrected"))) },
    );
  };
  return (
    <Modal opened onClose={done} size={520} title={say("packs.correct-title")} closeButtonProps={{ "aria-label": say("app.close") }}>
      <form className="stack" onSubmit={send}>
        <p>{say("packs.correct-intro")}</p>
        <PackFields time={time} given={given} set={setGiven} faults={faults} />
        <Textarea
          label={say("ticket.reason")}
          description={say("packs.reason-hint")}
          autosize
          minRows={2}
          maxRows={5}
          maxLength={300}
          required
          withAsterisk={false}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {correct.error && faults.length === 0 ? <Trouble error={correct.error} /> : null}
        <div className="row dialog-actions">
          <Button variant="default" onClick={done}>
            {say("app.cancel")}
          </Button>
          <Button type="submit" loading={correct.isPending}>
            {say("packs.correct")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
