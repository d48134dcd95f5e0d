/** The way from page to page, with the number that waits (H9) and the way home from everywhere (H11). */
import type { JSX } from "preact";
import { hrefOf, type Place, place } from "../model/address.ts";
import { homeOf, menuFor, type PageName } from "../model/pages.ts";
import { DESK_LANGUAGES, WORDS, chooseLanguage, deskLanguage, words } from "../words/chosen-words.ts";
import { useDesk, useMe } from "./desk-context.ts";
import { Icon, type IconNode } from "./Icon.tsx";
import {
  contactsIcon,
  conversationsIcon,
  handoffsIcon,
  knowledgeIcon,
  languageIcon,
  reportsIcon,
  settingsIcon,
  signOutIcon,
  teamIcon,
  templateIcon,
} from "./icons.ts";
import { Portrait } from "./Portrait.tsx";
import { PresenceMark } from "./PresenceMark.tsx";

const BADGE_MAX = 99;

const ICONS: Readonly<Record<PageName, IconNode>> = {
  handoffs: handoffsIcon,
  conversations: conversationsIcon,
  contacts: contactsIcon,
  team: teamIcon,
  knowledge: knowledgeIcon,
  canned: templateIcon,
  reports: reportsIcon,
  settings: settingsIcon,
};

export function Nav({ onSignOut }: { readonly onSignOut: () => void }): JSX.Element {
  const desk = useDesk();
  const me = useMe();
  const text = words.value.nav;
  const { waiting } = desk.counts.value;
  const badge = waiting > BADGE_MAX ? `${BADGE_MAX}+` : String(waiting);
  const other = DESK_LANGUAGES.find((language) => language !== deskLanguage.value) ?? "nl";
  return (
    <nav class="nav" aria-label={text.label}>
      <a class="nav-brand" href={hrefOf(homeOf(me.role))}>
        <span class="nav-mark" aria-hidden="true">
          S
        </span>
        <span class="nav-word">Sophie</span>
        <span class="hidden">, {text.home}</span>
      </a>
      <ul class="nav-list">
        {menuFor(me.role).map(({ name, to }) => (
          <NavLink key={name} to={to} icon={ICONS[name]} word={text[name]}>
            {name === "handoffs" && waiting > 0 && (
              <span class="badge">
                <span aria-hidden="true">{badge}</span>
                <span class="hidden">{text.waiting(badge)}</span>
              </span>
            )}
          </NavLink>
        ))}
      </ul>
      <div class="nav-foot">
        <button
          type="button"
          class="nav-link"
          lang={other}
          title={WORDS[other].languageName}
          onClick={() => chooseLanguage(other)}
        >
          <Icon node={languageIcon} />
          <span class="nav-word">{WORDS[other].languageName}</span>
        </button>
        <button type="button" class="nav-link" title={text.signOut} onClick={onSignOut}>
          <Icon node={signOutIcon} />
          <span class="nav-word">{text.signOut}</span>
        </button>
        <div class="nav-me">
          <Portrait author={{ kind: "agent", id: me.id, name: me.name }} />
          <span class="nav-word">
            <span class="nav-name">{me.name}</span>
            <PresenceMark presence={desk.line.value.state === "online" ? me.presence : "offline"} />
          </span>
        </div>
      </div>
    </nav>
  );
}

interface NavLinkProps {
  readonly to: Place;
  readonly icon: IconNode;
  readonly word: string;
  readonly children?: JSX.Element | false;
}

function NavLink({ to, icon, word, children }: NavLinkProps): JSX.Element {
  return (
    <li>
      <a class="nav-link" href={hrefOf(to)} aria-current={place.value.page === to.page ? "page" : undefined}>
        <Icon node={icon} />
        <span class="nav-word">{word}</span>
        {children}
      </a>
    </li>
  );
}
