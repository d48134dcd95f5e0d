/** Makes a link that lets one person in, once; the admin passes it on (there is no mail server to depend on). */
import { ROLES, type Role, type SiteId } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type Invitation, invite } from "../model/account.ts";
import { words } from "../words/chosen-words.ts";
import { momentTime } from "../words/times.ts";
import { CopyButton } from "./CopyButton.tsx";
import { useDesk } from "./desk-context.ts";
import { Segments } from "./Segments.tsx";

export function InviteForm(): JSX.Element {
  const desk = useDesk();
  const text = words.value;
  const sites = desk.sites.value;
  const [role, setRole] = useState<Role>("agent");
  const [left, setLeft] = useState<readonly SiteId[]>([]);
  const [made, setMade] = useState<Invitation | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  const chosen = sites.map((site) => site.id).filter((id) => !left.includes(id));

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setIsBusy(true);
    setHasFailed(false);
    const answer = await invite(role, chosen);
    setIsBusy(false);
    setHasFailed(!answer.ok);
    setMade(answer.ok ? answer.value : null);
  }

  return (
    <section class="card" aria-labelledby="invite-title">
      <h2 id="invite-title" class="card-title">
        {text.team.invite}
      </h2>
      <p class="quiet">{text.team.inviteLead}</p>
      <form class="form" onSubmit={(event) => void submit(event)}>
        <div class="field">
          <span class="field-label">{text.team.inviteRole}</span>
          <Segments
            label={text.team.inviteRole}
            name="role"
            value={role}
            choices={ROLES.map((value) => ({ value, label: text.role[value] }))}
            onChoose={setRole}
          />
        </div>
        {sites.length > 1 && (
          <fieldset class="field checks">
            <legend class="field-label">{text.team.inviteSites}</legend>
            {sites.map((site) => (
              <label key={site.id} class="check">
                <input
                  type="checkbox"
                  checked={!left.includes(site.id)}
                  onChange={(event) =>
                    setLeft(
                      event.currentTarget.checked ? left.filter((id) => id !== site.id) : [...left, site.id],
                    )
                  }
                />
                {site.name}
              </label>
            ))}
          </fieldset>
        )}
        <div class="form-row">
          <button type="submit" class="button button-primary" disabled={isBusy || chosen.length === 0}>
            {isBusy ? text.sign.busy : text.team.inviteSubmit}
          </button>
        </div>
        {hasFailed && (
          <p class="form-error" role="alert">
            {text.team.failed}
          </p>
        )}
        {made !== null && (
          <output class="link-made">
            <input
              class="input"
              readOnly
              value={made.link}
              aria-label={text.team.link}
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyButton text={made.link} label={text.team.copy} />
            <p class="quiet">{text.team.linkReady(momentTime(made.expiresAt, desk.now.peek(), text))}</p>
          </output>
        )}
      </form>
    </section>
  );
}
