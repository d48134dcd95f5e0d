/** Says to who may only look that they may only look, and who can change something (S2). */
import { may } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { useDesk } from "../desk-context.ts";
import { Icon } from "../Icon.tsx";
import { lockIcon } from "../icons.ts";
import { useEditor } from "./editor-context.ts";

export function ReadOnlyNotice(): JSX.Element | null {
  const editor = useEditor();
  const desk = useDesk();
  if (editor.mayEdit.value) return null;
  const all = words.value;
  const editors = desk.agents.value.filter((agent) => may(agent.role, "bot.edit")).map((agent) => agent.name);
  const who =
    editors.length === 0 ? null : new Intl.ListFormat(all.tag, { type: "disjunction" }).format(editors);
  return (
    <p class="read-only">
      <Icon node={lockIcon} />
      <span>
        {all.settings.readOnly} {who === null ? all.settings.askAdmin : all.settings.ask(who)}
      </span>
    </p>
  );
}
