/** Undoes percent-encoding, as addresses and chat programs add it; what cannot be undone stays as it is. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
