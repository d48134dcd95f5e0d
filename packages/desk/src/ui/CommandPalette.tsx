/** One field to go anywhere and do anything: actions of this page, open handoffs, and the pages. */
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { go } from "../model/address.ts";
import { pagesFor } from "../model/pages.ts";
import { type PaletteItem, paletteGroups, type PaletteSource } from "../model/palette.ts";
import { SETTINGS_SECTIONS } from "../model/settings/section.ts";
import { words } from "../words/chosen-words.ts";
import { useDesk, useMe } from "./desk-context.ts";
import { Icon } from "./Icon.tsx";
import { searchIcon } from "./icons.ts";
import { PaletteOption } from "./PaletteOption.tsx";
import { useModal } from "./use-modal.ts";

export function CommandPalette({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const element = useModal({ closesOnPressBeside: true });
  const listId = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const text = words.value.keys.palette;
  const groups = paletteGroups(useSource(), typed, words.value);
  const items = groups.flatMap((group) => group.items);
  const active = Math.min(at, items.length - 1);

  function run(item: PaletteItem): void {
    onClose();
    // After the palette has given the focus back, since what is run may want it.
    requestAnimationFrame(item.run);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const item = items[active];
    if (step !== undefined && items.length > 0) setAt((active + step + items.length) % items.length);
    else if (event.key === "Enter" && item !== undefined) run(item);
    else if (event.key === "k" && (event.ctrlKey || event.metaKey)) onClose();
    else return;
    event.preventDefault();
  }

  return (
    <dialog
      ref={element}
      class="dialog palette"
      aria-label={text.title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <label class="palette-field">
        <Icon node={searchIcon} />
        <input
          type="text"
          role="combobox"
          autocomplete="off"
          autofocus
          spellcheck={false}
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={items.length > 0 ? `${listId}-${active}` : undefined}
          aria-label={text.placeholder}
          placeholder={text.placeholder}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      {/* A `select` has no room for two kinds of text and keys, and takes the focus from the field. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div class="palette-list" role="listbox" id={listId} aria-label={text.title}>
        {groups.map(({ group, items: own }) => (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          <div key={group} role="group" aria-labelledby={`${listId}-${group}`}>
            <p class="palette-group" id={`${listId}-${group}`}>
              {text[group]}
            </p>
            {own.map((item) => {
              const place = items.indexOf(item);
              return (
                <PaletteOption
                  key={item.id}
                  id={`${listId}-${place}`}
                  item={item}
                  isActive={place === active}
                  onPick={() => run(item)}
                />
              );
            })}
          </div>
        ))}
      </div>
      {items.length === 0 && <p class="palette-none">{text.nothing(typed)}</p>}
      <output class="hidden">{text.found(items.length)}</output>
    </dialog>
  );
}

function useSource(): PaletteSource {
  const desk = useDesk();
  const me = useMe();
  const { nav, settings } = words.value;
  const sites = new Map(desk.sites.value.map(({ id, name }) => [id, name]));
  const pages = pagesFor(me.role).map(({ name, to }) => ({ id: name, label: nav[name], run: () => go(to) }));
  const sections = SETTINGS_SECTIONS.map((section) => ({
    id: `settings-${section}`,
    label: `${nav.settings}: ${settings.section[section]}`,
    run: () => go({ page: "settings", section, site: null }),
  }));
  return {
    commands: desk.commands.all(),
    handoffs: desk.handoffs.open.value,
    pages: [...pages, ...sections],
    openHandoff: ({ id }) => go({ page: "handoffs", id }),
    siteName: ({ site }) => sites.get(site) ?? "",
  };
}
