/** One HTTP call to the server that served this page. What comes back is not yet believed; the caller parses it. */

/** Named in every call that changes something; a form on another site cannot send it. */
const OWN_PAGE_HEADER = { "x-sophie": "1" };

export interface ServerAnswer {
  readonly status: number;
  /** Null when it was no JSON. */
  readonly body: unknown;
}

/** Null when the server could not be reached. */
export async function callServer(
  method: "GET" | "POST" | "PUT",
  path: string,
  body?: unknown,
): Promise<ServerAnswer | null> {
  try {
    const response = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: method === "GET" ? {} : { ...OWN_PAGE_HEADER, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json: unknown = await response.json().catch(() => null);
    return { status: response.status, body: json };
  } catch {
    return null;
  }
}
