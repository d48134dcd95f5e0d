/** The answer of every door: the cookies do the work, and scripts get to see no token. */

export function signedInAnswer(cookies: readonly string[]): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return Response.json({ ok: true }, { headers });
}
