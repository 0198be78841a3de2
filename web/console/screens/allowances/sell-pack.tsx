// Selling a pack: of which allowance, how much, until when; it counts at once.
import { Button, Modal, Select } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ApiProblem } from "../../../shared/api-problem.ts";
import type { Allowance } from "../../../shared/shapes.ts";
import { useSellPack } from "../../data/allowances.ts";
import { tell } from "../../parts/tell.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { type PackGiven, PackFields } from "./pack-fields.tsx";
import { asGiven } from "./quantity-field.tsx";

export function SellPack({ organisation, allowances, done }: { readonly organisation: string; readonly allowances: readonly Allowance[]; readonly done: () => void }) {
  const { say } = useWords();
  const sell = useSellPack(organisation);
  const [chosen, choose] = useState(allowances[0]?.id ?? "");
  const [given, setGiven] = useState<PackGiven>({ quantity: null, starts: "", ends: "", reference: "" });
  const time = allowances.find((each) => each.id === chosen)?.time ?? true;
  const faults = sell.error instanceof ApiProblem ? sell.error.faults : [];
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const { quantity, starts, ends, reference } = given;
    if (quantity === null || quantity <= 0 || (starts !== "" && ends !== "" && ends < starts)) return;
    sell.mutate(
      { allowance: chosen, ...asGiven(time, quantity), ...(starts === "" ? {} : { starts }), ...(ends === "" ? {} : { ends }), reference: reference.trim() },
      { onSuccess: () => (done(), tell(say("packs.sold"))) },
    );
  };
  return (
    <Modal opened onClose={done} size={520} title={say("packs.sell")} closeButtonProps={{ "aria-label": say("app.close") }}>
      <form className="stack" onSubmit={send}>
        <p>{say("packs.sell-intro")}</p>
        {allowances.length > 1 ? (
          <Select
            label={say("packs.of")}
            allowDeselect={false}
            data={allowances.map((each) => ({ value: each.id, label: each.label }))}
            value={chosen}
            onChange={(to) => (choose(to ?? chosen), setGiven({ ...given, quantity: null }))}
          />
        ) : null}
        <PackFields key={chosen} time={time} given={given} set={setGiven} faults={faults} />
        {sell.error && faults.length === 0 ? <Trouble error={sell.error} /> : null}
        <div className="row dialog-actions">
          <Button variant="default" onClick={done}>
            {say("app.cancel")}
          </Button>
          <Button type="submit" loading={sell.isPending}>
            {say("packs.sell")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
