/** The quiet page around everything that comes before the desk: signing in, joining, or waiting for either. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { chooseLanguage, DESK_LANGUAGES, deskLanguage, words, WORDS } from "../words/chosen-words.ts";

interface GateProps {
  readonly title: string;
  readonly lead: string;
  readonly children?: ComponentChildren;
}

export function Gate({ title, lead, children }: GateProps): JSX.Element {
  const other = DESK_LANGUAGES.find((language) => language !== deskLanguage.value) ?? "nl";
  useEffect(() => {
    document.title = `${title} · Sophie`;
    document.documentElement.lang = deskLanguage.value;
  }, [title]);
  return (
    <main class="gate">
      <div class="gate-card">
        <p class="gate-brand">
          <span class="nav-mark" aria-hidden="true">
            S
          </span>
          Sophie
        </p>
        <h1>{title}</h1>
        <p class="quiet">{lead}</p>
        {children}
      </div>
      <p class="gate-foot">
        <button
          type="button"
          class="link"
          lang={other}
          aria-label={`${words.value.nav.language}: ${WORDS[other].languageName}`}
          onClick={() => chooseLanguage(other)}
        >
          {WORDS[other].languageName}
        </button>
      </p>
    </main>
  );
}
