/** A new, unguessable id. Not `crypto.randomUUID`, which a page without TLS does not have. */
export function newId(): string {
  let id = "";
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) id += byte.toString(16).padStart(2, "0");
  return id;
}
