/** Who works here and who is there now; admins let others in. */
import { may } from "@sophie/engine";
import type { JSX } from "preact";
import { useDesk, useMe } from "../ui/desk-context.ts";
import { InviteForm } from "../ui/InviteForm.tsx";
import { Portrait } from "../ui/Portrait.tsx";
import { PresenceMark } from "../ui/PresenceMark.tsx";
import { words } from "../words/chosen-words.ts";

export function TeamPage(): JSX.Element {
  const desk = useDesk();
  const me = useMe();
  const text = words.value;
  const isAway = me.presence === "away";
  return (
    <div class="page">
      <div class="page-column">
        <header class="page-head">
          <div>
            <h1>{text.team.title}</h1>
            <p class="quiet">{text.team.lead}</p>
          </div>
          <button
            type="button"
            class="button"
            disabled={desk.line.value.state !== "online"}
            onClick={() => desk.setPresence(isAway ? "online" : "away")}
          >
            {isAway ? text.team.online : text.team.away}
          </button>
        </header>
        <section class="card card-flush" aria-label={text.team.people}>
          <ul class="people">
            {desk.agents.value.map((agent) => (
              <li key={agent.id} class="person">
                <Portrait author={{ kind: "agent", id: agent.id, name: agent.name }} />
                <span class="person-name">
                  {agent.name}
                  {agent.id === me.id && <span class="quiet"> ({text.team.you})</span>}
                </span>
                <span class="person-role">{text.role[agent.role]}</span>
                <PresenceMark presence={agent.presence} />
              </li>
            ))}
          </ul>
        </section>
        {may(me.role, "team.manage") && <InviteForm />}
      </div>
    </div>
  );
}
