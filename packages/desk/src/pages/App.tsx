/** The whole desk: the gate until somebody is known, then the frame with one line to the server. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Desk } from "../model/desk.ts";
import type { IdentityVerbs } from "../model/identity.ts";
import { words } from "../words/chosen-words.ts";
import { Gate } from "./Gate.tsx";
import { JoinPage, LinkGonePage } from "./JoinPage.tsx";
import { Shell } from "./Shell.tsx";
import { SignInPage } from "./SignInPage.tsx";

interface AppProps {
  readonly who: IdentityVerbs;
  readonly openDesk: () => Desk;
}

export function App({ who, openDesk }: AppProps): JSX.Element {
  const identity = who.identity.value;
  const text = words.value.sign;
  switch (identity.state) {
    case "signed-in":
      return <SignedIn key={identity.me.agent.id} who={who} openDesk={openDesk} />;
    case "signed-out":
      return <SignInPage onDone={() => void who.ask()} />;
    case "joining":
      return <JoinPage secret={identity.secret} onDone={() => void who.ask()} onLeave={() => who.forget()} />;
    case "link-gone":
      return <LinkGonePage onLeave={() => who.forget()} />;
    case "unreachable":
      return (
        <Gate title={text.title} lead={text.unreachable}>
          <button type="button" class="button button-primary button-wide" onClick={() => void who.ask()}>
            {words.value.line.retry}
          </button>
        </Gate>
      );
    case "asking":
    case "entering":
      return (
        <main class="gate" aria-busy="true">
          <p class="gate-wait">{text.entering}</p>
        </main>
      );
  }
}

function SignedIn({ who, openDesk }: AppProps): JSX.Element | null {
  const [desk, setDesk] = useState<Desk | null>(null);
  useEffect(() => {
    const opened = openDesk();
    setDesk(opened);
    return () => opened.close();
  }, [openDesk]);
  if (desk === null) return null;

  async function signOut(): Promise<void> {
    // Whoever sits here next is not to be woken up for this agent.
    await desk?.notifications.turnOff().catch(() => {
      // Whatever goes wrong there, nobody stays signed in for it.
    });
    if (!(await who.signOut())) desk?.notices.show({ kind: "unreachable" });
  }

  return <Shell desk={desk} onSignOut={() => void signOut()} onSignIn={() => who.forget()} />;
}
