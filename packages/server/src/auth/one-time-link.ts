/** Addresses of one-time links. The secret stands in the fragment, which browsers send to no server. */

export function joinLink(publicUrl: string, secret: string): string {
  return `${publicUrl}/desk/#join=${secret}`;
}
