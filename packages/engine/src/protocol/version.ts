/** The version of the wire protocol. Change a schema, and a test asks whether this must change with it. */

/** What this code speaks. */
export const PROTOCOL_VERSION = 1;

/** The oldest version that a server still serves. A page stays open for days; its script stays old with it. */
export const OLDEST_PROTOCOL_VERSION = 1;

export function isServed(version: number): boolean {
  return version >= OLDEST_PROTOCOL_VERSION && version <= PROTOCOL_VERSION;
}
