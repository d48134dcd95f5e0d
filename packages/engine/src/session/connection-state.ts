/** The line as the visitor is told of it. */
import type { LineState } from "../connection/create-connection.ts";
import type { ConnectionState } from "./snapshot.ts";

export function connectionStateOf(line: LineState): ConnectionState {
  return line.state === "waiting" ? { state: "offline", nextTryAt: line.nextTryAt } : line;
}
