/** The few signs of the panel, drawn as lines of the text's colour. Always beside a word or inside a named button. */
const PATHS = {
  close: "M18 6 6 18M6 6l12 12",
  send: "M12 19V5m-7 7 7-7 7 7",
  person: "M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8z",
  ended: "M20 6 9 17l-5-5",
  down: "M12 5v14m-7-7 7 7 7-7",
} as const;

export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
