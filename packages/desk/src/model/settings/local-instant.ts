/** Between an instant and what two fields for a date and a time show of it, in the zone of whoever looks. */

export function localDate(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join("-");
}

export function localTime(at: number): string {
  const date = new Date(at);
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** Null while either is no whole date or time. */
export function instantOf(date: string, time: string): number | null {
  const at = new Date(`${date}T${time}`).getTime();
  return Number.isNaN(at) ? null : at;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
