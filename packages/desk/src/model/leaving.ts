/** Lets the page that is open be asked before it is left, so that nothing unsaved is lost without a word (S8). */

/** Asks the person; `goOn` is called if they leave after all. */
type Objection = (goOn: () => void) => void;

let objection: Objection | null = null;

/** Until the returned function is called, leaving goes through `ask`. One page is open at a time, so one may object. */
export function objectToLeaving(ask: Objection): () => void {
  objection = ask;
  return () => {
    if (objection === ask) objection = null;
  };
}

export function mayLeaveAtOnce(): boolean {
  return objection === null;
}

/** At once when nobody objects. */
export function leaveWith(goOn: () => void): void {
  if (objection === null) goOn();
  else objection(goOn);
}
