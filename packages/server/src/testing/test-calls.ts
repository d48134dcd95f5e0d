/** HTTP calls as the desk's page makes them, with anything about them changed that a test wants changed. */

export interface CallOptions {
  readonly cookie?: string;
  /** Null leaves a header out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Sent as it is, instead of JSON. */
  readonly raw?: string;
}

export function post(url: string, path: string, body: unknown, options: CallOptions = {}): Promise<Response> {
  return call(url, "POST", path, body, options);
}

/** `url` is the server's; the call looks as if it came from the desk on it. */
export function call(
  url: string,
  method: "POST" | "PUT",
  path: string,
  body: unknown,
  options: CallOptions = {},
): Promise<Response> {
  const headers = new Headers({ origin: url, "x-sophie": "1", "content-type": "application/json" });
  if (options.cookie !== undefined) headers.set("cookie", options.cookie);
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return fetch(`${url}${path}`, { method, headers, body: options.raw ?? JSON.stringify(body) });
}

export function get(
  url: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${url}${path}`, { headers, redirect: "manual" });
}

/** What a browser would send back. */
export function cookieFrom(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

/** The fields of answers that tests look at; which of them are there, the test knows. */
interface Answer {
  readonly error: string;
  readonly field: string;
  readonly agent: { readonly id: string };
  readonly sites: readonly { readonly id: string }[];
  readonly members: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  readonly link: string;
  readonly expiresAt: number;
}

export async function answerOf(response: Response): Promise<Answer> {
  return (await response.json()) as Answer;
}
