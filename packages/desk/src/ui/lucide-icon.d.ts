/** The shape of one lucide icon, which the package types only for all of them at once. */
declare module "lucide/dist/esm/icons/*.mjs" {
  const node: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
  export default node;
}
